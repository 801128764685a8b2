"""The numbers of a document: how each is marked, and how they are read back."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docx import Document
from docx.oxml.ns import qn

from concentric.prove.manuscript import DEFAULTS, OPTIONS, Number, Reference, parse

LONGEST = 64  # characters of a tag that Word keeps


@dataclass(frozen=True)
class BoundNumber:
    """One number as it stands in a document now."""

    tag: str
    text: str


def tag_of(number: Number) -> str:
    """The number's reference in short, "villages-paired;rung=confirmed"; its place in the text if that is too long."""
    ref = number.ref
    change = ";change" if ref.what == "change" else ""
    options = [f";{name}={getattr(ref, name)}" for name in OPTIONS if getattr(ref, name) != DEFAULTS[name]]
    tag = ref.figure + change + "".join(options)
    return tag if len(tag) <= LONGEST else f"#{number.n}"


def reference_of(tag: str) -> Reference | None:
    """The reference that a tag names by itself; None for one that names a place, or that somebody else made."""
    if set('"“”„{}') & set(tag):
        return None
    figure, *parts = tag.split(";")
    what = "change" if parts[:1] == ["change"] else "figure"
    options = " ".join(
        f'{name}="{value}"' for name, _, value in (part.partition("=") for part in parts if part != what)
    )
    manuscript = parse("{{ " + f'{what} "{figure}" {options}' + " }}")
    found = manuscript.references()
    return found[0] if len(found) == 1 and len(manuscript.blocks) == 1 else None


def mark_of(number: Number) -> str:
    """The name of the bookmark around a number: what is left of it in programs that drop content controls."""
    return f"number_{number.n}"


def bound_numbers(document: str | Path | IO[bytes]) -> tuple[BoundNumber, ...]:
    """Every marked number of a .docx in reading order, with whatever an editor has made of its text."""
    body = Document(str(document) if isinstance(document, Path) else document).element.body
    found = []
    for control in body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None:
            text = "".join(part.text or "" for part in control.iter(qn("w:t")))
            found.append(BoundNumber(tag.get(qn("w:val")), text))
    return tuple(found)
