"""Reads a text and says of each numeric claim in it whether a catalogue of figures bears it out.

Clean -> leave out what is no claim -> read numbers -> link each to a figure by words alone -> judge. Pure functions:
no database, no network, no clock. Start with `checking.py`; the readings of hedges stand in `intervals.py`.
"""
