"""Workbooks in, Word and data out.

May import `prove` and what lies below it. Read `sheets/__init__.py` for workbooks, `word/` for documents.
"""
