"""Computing what the first reader will ask for before anybody asks: else they would wait for seconds.

After a start, and again after each commit, whoever made it: another process may have imported a workbook.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from time import monotonic

from django.db import connection

from concentric.core.pairing.ready import compile_beside, is_compiled, make_ready
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS
from concentric.ledger.positions import size
from concentric.pages.home import table
from concentric.pages.lists import prepare
from concentric.pages.pictures import picture
from concentric.pages.points import computed, point_of, point_of_edition
from concentric.pages.reviews import PUBLIC, corrections_of, head_of
from concentric.pages.serving import served
from concentric.prove.editions import editions

LOOK = 2.0  # seconds between two looks at the log
log = logging.getLogger(__name__)


def warm() -> None:
    """The overview, the lists, and the newest edition in each language with its corrections. No book is fine, too."""
    try:
        point = point_of(fresh=True)
        if point is None:
            return
        for lang in LANGS:
            table(point, lang, "")
            picture(point, lang)
            served(point, lang)
        prepare(point)
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


def keep_warm(stop: threading.Event, then: Callable[[], None] | None = None) -> None:
    """`warm` now, `then` once, and `warm` again whenever the log has grown, until `stop`. Cost of a look: one query.

    Where it takes long, readers go on seeing what was ready before. What goes wrong is for the reader's request to say
    again. Where commits follow one another without end, nine tenths of the time are left to others.
    """
    warmed, well = -1, True
    while True:
        began, grown = monotonic(), -1
        try:
            grown = size()
            if grown != warmed:
                warm()
                computed(grown, monotonic() - began)
                well = True
        except Exception:
            if well:
                log.warning("could not compute ahead", exc_info=True)
            well = False
            connection.close()
        warmed = grown  # also where it failed: the same again would only fail again
        pause = max(LOOK, 9 * (monotonic() - began))
        if then is not None:
            then()
            then = None
        if stop.wait(pause):
            connection.close()
            return


def ready_engine() -> None:
    """Load the pairing engine, so that the first pair set by hand needn't wait for it."""
    try:
        if not is_compiled():
            compile_beside().wait()
        make_ready()
    except Exception:
        log.warning("could not make the engine ready", exc_info=True)


def warm_in_background() -> threading.Thread:
    """`keep_warm` beside the server's own threads, for as long as the process lives."""
    thread = threading.Thread(target=keep_warm, args=(threading.Event(), ready_engine), name="warming", daemon=True)
    thread.start()
    return thread
