"""How views are made: a file for each noun, pure Ibis expressions over the tables of a snapshot.

Each has a twin in `plain_rows/`, written the obvious way; tests hold the two together. Read `pairings.py` first.
"""
