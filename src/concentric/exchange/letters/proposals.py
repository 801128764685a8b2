"""The letters of a run that was approved: one to each side of each proposal, saying who, why, and how to answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from concentric.core.terms.findings import Refused
from concentric.core.terms.scripts import localized
from concentric.core.terms.words import say
from concentric.exchange.letters.writing import Letter, write_letter
from concentric.exchange.letters.zipping import zipping
from concentric.ledger.positions import charter
from concentric.match import runs
from concentric.match.approving import proposed_by
from concentric.match.models import Pairing, Run
from concentric.match.scores import Scores
from concentric.register.book import Book

SIDES = ("supporter", "recipient")


class NothingProposed(Refused):
    """The run was not approved, or everything it suggested stood already: there is nobody to write to."""


def letters(run: Run, book: Book, lang: str) -> Iterator[Letter]:
    """Two letters for each pairing that the run proposed and that still waits for an answer."""
    open_ = [one for one, state in proposed_by(run) if state in ("proposed", "agreed")]
    if not open_:
        raise NothingProposed("letters-nothing-proposed", number=run.number)
    held = charter()
    asked = runs.asked_of(run)
    instance, known = asked.instance(), asked.standing.organisations
    office = known[run.office].name if run.office is not None and run.office in known else ""
    scores = Scores(instance)
    ids = {root: id_ for id_, root in instance.roots.items()}
    note = say("letters-example", lang) if held.example else ""
    code = asked.spec.programme
    programme = localized(book.programmes[code].names, lang) if code in book.programmes else code
    by_hand = {*asked.pinned, *asked.spec.pinned}
    told = "letters-why" if run.gap == 0 else "letters-why-so-far"
    for pairing in open_:
        pair = (ids[pairing.supporter_id], ids[pairing.recipient_id])
        # Whoever was set by hand isn't told that the computation chose them.
        why = say("letters-why-set" if pair in by_hand else told, lang, why=_why(scores, pair, book, lang))
        names = {"supporter": instance.names[pair[0]], "recipient": instance.names[pair[1]]}
        for side in SIDES:
            yield Letter(
                file=f"{pairing.number}-{side}",
                lang=lang,
                title=say("letters-title", lang),
                to=say("letters-to", lang, name=names[side]),
                paragraphs=_paragraphs(pairing, side, names, programme, why, lang),
                sender=office,
                on=pairing.proposed_on,
                note=note,
            )


def write_letters(run: Run, book: Book, lang: str, folder: Path) -> int:
    """Write all letters of a run into a folder; returns how many."""
    count = 0
    for letter in letters(run, book, lang):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{letter.file}.docx").write_bytes(write_letter(letter))
        count += 1
    return count


def zipped(run: Run, book: Book, lang: str) -> Iterator[bytes]:
    """All letters of a run in one archive, piece by piece; the same run always gives the same bytes.

    NothingProposed comes with the first piece.
    """
    return zipping((f"{letter.file}.docx", write_letter(letter)) for letter in letters(run, book, lang))


def _paragraphs(pairing: Pairing, side: str, names: dict[str, str], programme: str, why: str, lang: str) -> list[str]:
    other = names["recipient" if side == "supporter" else "supporter"]
    return [
        say(f"letters-offer-{side}", lang, programme=programme, other=other),
        why,
        say("letters-answer", lang, number=pairing.number),
        say("letters-free", lang),
    ]


def _why(scores: Scores, pair: tuple[str, str], book: Book, lang: str) -> str:
    """The reasons that a village head understands: what fits, how far, where; never points."""
    parts = scores.parts(pair)
    listed = book.lists.get("category", {})
    met = [localized(listed[code].names, lang) if code in listed else code for code, _ in parts.categories]
    found = []
    if met:
        found.append(say("letters-why-met", lang, what=say("letters-joint", lang).join(met)))
    if parts.same_county:
        found.append(say("letters-why-county", lang))
    elif parts.halves is not None:
        km = (parts.halves + 1) // 2
        found.append(say("letters-why-km", lang, km=km) if parts.halves > 1 else say("letters-why-next-door", lang))
    if parts.continuity:
        found.append(say("letters-why-before", lang))
    if not found:
        found.append(say("letters-why-whole", lang))
    return say("letters-why-joint", lang).join(found)
