"""Pairings of supporters and recipients.

May import `access` and what lies below it, never `keep`. Read `models.py`, then `pairings.py`.
"""
