"""The programme book as a workbook, for those who would rather not write TOML: out, and back to the same book.

A sheet for each table, a row for each of its entries, a column for each key. Read `writing.py` first.
"""

from concentric.exchange.book_workbook.reading import FromWorkbook, book_from_workbook
from concentric.exchange.book_workbook.writing import write_book

__all__ = ["FromWorkbook", "book_from_workbook", "write_book"]
