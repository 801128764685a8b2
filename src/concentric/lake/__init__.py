"""A Parquet mirror of the ledger in segments by log position, and snapshots of it at any position.

May import `keep`, `match` and what lies below them. Read `segments.py`, then `snapshot.py`.
"""
