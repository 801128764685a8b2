"""Accounts: who acts, for which organisation, and who may do what.

May import `register`, `ledger` and `core`. Read `models.py` first.
"""
