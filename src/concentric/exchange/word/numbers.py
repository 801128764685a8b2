"""The numbers of a document: how each is marked, and what a mark stands for."""

from concentric.prove.manuscript import DEFAULTS, OPTIONS, Number, Reference, parse

LONGEST = 64  # characters of a tag that Word keeps


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
