"""A review that was edited in Word or WPS, read back: its text with the numbers still bound, and what was changed.

May import `exchange.word`, `prove` and below. Read `reading.py` first.
"""

from concentric.exchange.manuscripts.drafts import source_of, write_draft
from concentric.exchange.manuscripts.reading import Read, keywords_of, read_document
from concentric.exchange.manuscripts.source import Source

__all__ = ["Read", "Source", "keywords_of", "read_document", "source_of", "write_draft"]
