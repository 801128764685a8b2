"""The exact solver over a listed graph: recipients with demands, supporters with capacities, each pair at most once.

Auction (fast, never finished) -> settle (exact prices) -> forward (open units) -> backward (idle places with a price).
Start with `solving.py`; `shapes.py` says what the arrays mean. Everything is an exact integer.
"""
