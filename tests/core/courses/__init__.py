"""Tests of the courses; `cast.py` holds who takes part and how steps are told."""
