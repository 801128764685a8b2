"""What is followed until the recipient confirms it and somebody independent verifies it; and outside statistics.

May import `access` and what lies below it, never `match`. Read `models.py`, then `commitments.py`.
"""
