"""Letters of proposals: what a run suggests goes to both sides, as Word in the layout of official documents.

May use `match` and `exchange.word`. Read `proposals.py` first (what is said), then `writing.py` (how it looks).
"""
