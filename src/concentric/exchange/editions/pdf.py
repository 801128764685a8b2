"""An edition as a PDF: the same cover, text, charts and appendix as its Word document."""

from __future__ import annotations

from concentric.exchange.editions.word import appendix_of, cover_of, drawings_of, facts_of
from concentric.exchange.pdf import set_review
from concentric.prove.editions import bound_manuscript, text_lang
from concentric.prove.models import Edition


def edition_pdf(edition: Edition, lang: str = "") -> bytes:
    """The edition set for paper, with nothing in it that wasn't known at its position. The same bytes each time.

    Like `write_edition`, with `lang` zh-Hant a Simplified text comes in Traditional characters. Costs one computation
    of the figures and of each number's evidence, and one to three seconds of setting. NoTypeface on a machine that
    can't draw Chinese.
    """
    lang = text_lang(edition, lang)
    return set_review(
        bound_manuscript(edition, lang),
        cover_svg=cover_of(edition, lang),
        facts=facts_of(edition, lang),
        appendix=appendix_of(edition, lang),
        charts=drawings_of(edition, lang),
    )
