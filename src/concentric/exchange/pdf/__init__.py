"""The annual review as a tagged PDF in the layout of GB/T 9704, set by typst.

May import `exchange.word` (for what both print), `prove` and below. Read `setting.py` first, then `review.typ`.
"""

from concentric.exchange.pdf.setting import NoTypeface, set_review

__all__ = ["NoTypeface", "set_review"]
