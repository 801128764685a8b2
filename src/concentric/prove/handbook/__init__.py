"""The handbook: a page for each indicator of a book, written from the book itself. Read `page.py` first.

What an indicator counts is said in words from the same parsed condition that the engines run, and the example on its
page is reckoned by the plain specification, so neither can say anything else than what is computed.
"""

from concentric.prove.handbook.page import index, page

__all__ = ["index", "page"]
