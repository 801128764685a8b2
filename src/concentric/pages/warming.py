"""Computing what the first reader will ask for before anybody asks: a new process would let them wait for seconds."""

from __future__ import annotations

import logging
import threading

from django.db import connection

from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS
from concentric.pages.home import table
from concentric.pages.pictures import picture
from concentric.pages.points import point_of, point_of_edition
from concentric.pages.reviews import PUBLIC, corrections_of, head_of
from concentric.prove.editions import editions

log = logging.getLogger(__name__)


def warm() -> None:
    """The overview, and the newest edition in each language with its corrections. A ledger without a book is fine."""
    try:
        point = point_of()
        if point is None:
            return
        for lang in LANGS:
            table(point, lang, "")
            picture(point, lang)
        seen: set[str] = set()
        for edition in editions(PUBLIC):
            if edition.lang not in seen:
                seen.add(edition.lang)
                head_of(edition, edition.lang)
                corrections_of(edition)
                for lang in LANGS:
                    picture(point_of_edition(edition), lang, way="mini")
    except Refused:
        return


def warm_in_background() -> threading.Thread:
    """`warm` beside the server's own threads; whatever goes wrong is for the reader's request to say again."""

    def run() -> None:
        try:
            warm()
        except Exception:
            log.warning("could not compute ahead", exc_info=True)
        finally:
            connection.close()

    thread = threading.Thread(target=run, name="warming", daemon=True)
    thread.start()
    return thread
