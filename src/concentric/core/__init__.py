"""Rules and words that need no database: terms, courses, pairing, claims, Merkle trees.

Nothing here imports Django, and nothing here imports another room. Start with `terms/words.py`.
"""
