"""Asking organisations: a workbook for each, in which stands what the ledger knows and is marked what is asked.

Nobody keys again what is known. Read `asks.py` first, then `workbook.py`; `requests.py` knows who hasn't answered.
"""
