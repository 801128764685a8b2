"""Files in and out: guards against hostile ones, reading, the template, the copy with findings.

Knows cells, not nouns. Read `guards.py`, then `reading.py`.
"""
