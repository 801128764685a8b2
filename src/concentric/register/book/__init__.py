"""The programme book: everything local, as one TOML text.

`read_book` turns a text into a `Book`, or says by line what is wrong with it and what to do. Nothing here knows a
database or what an indicator computes (`prove.book` adds that). Read `spec.py` first, then `reading.py`.
"""

from concentric.register.book.charts import ChartSpec
from concentric.register.book.clocks import CalendarSpec, DeadlineSpec, PlanSpec
from concentric.register.book.lines import LineMap, line_map
from concentric.register.book.lists import LISTS, ListedSpec
from concentric.register.book.pairing import PairingSpec, QuotaSpec
from concentric.register.book.reading import read_book
from concentric.register.book.shipped import shipped, shipped_books
from concentric.register.book.spec import HUES, Book, CircleSpec, IndicatorSpec, Names, ProgrammeSpec

__all__ = [
    "HUES",
    "LISTS",
    "Book",
    "CalendarSpec",
    "ChartSpec",
    "CircleSpec",
    "DeadlineSpec",
    "IndicatorSpec",
    "LineMap",
    "ListedSpec",
    "Names",
    "PairingSpec",
    "PlanSpec",
    "ProgrammeSpec",
    "QuotaSpec",
    "line_map",
    "read_book",
    "shipped",
    "shipped_books",
]
