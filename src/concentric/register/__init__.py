"""Who and where: places, organisations, circles, programmes, rosters, and the programme book.

May import `ledger` and `core`. Read `models.py` first.
"""
