"""One small file a sheet: columns, and how a row becomes records or findings.

A sheet knows no file format and writes nothing. Read `column.py` and `sheet.py` first, then `deliveries.py`.
"""
