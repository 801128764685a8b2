"""A programme book proposed from reviews of former years: their outline, their figures, and the words they used.

The fastest way for a new office to its book. Read `proposal.py` first; what it proposes is checked like any other book.
"""
