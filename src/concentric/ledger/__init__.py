"""Records that never change, the log they are entered in, and how anyone can tell.

Entered only through `append`; nothing here knows what a record is about.
Read `models.py`, then `append.py`, `verify.py`.
"""
