"""Working out an import: rows into records and steps, each compared with what is in force. Writes nothing.

Read `planner.py` first, then `desk.py`, which the others share.
"""
