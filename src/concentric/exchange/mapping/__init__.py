"""Workbooks that are not ours: guessing which sheet and column is which, and remembering what a person decided.

A mapping says where the values of one of our sheets come from in a foreign one. Read `mapping.py` first, then
`guess.py`.
"""
