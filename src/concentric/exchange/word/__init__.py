"""The annual review as a Word document in the layout of GB/T 9704, right in WPS too.

May import `prove` and below. Read `contract.py` for what the caller brings, then `review.py`.
"""

from concentric.exchange.word.contract import Drawing, Evidence, Facts
from concentric.exchange.word.review import write_review

__all__ = ["Drawing", "Evidence", "Facts", "write_review"]
