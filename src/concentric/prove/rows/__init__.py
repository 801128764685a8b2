"""How views are made: a file for each noun, pure Ibis expressions over the tables of a snapshot.

Each has a twin in `plain_rows/`, written the obvious way; tests hold the two together. Read `pairings.py` first. A left
join brings at most one row to each row on its left: where nobody wants what it brings, `lake.pruned` leaves it out.
"""
