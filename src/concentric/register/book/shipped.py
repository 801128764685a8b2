"""Books that come with the program, as examples to copy."""

from __future__ import annotations

from importlib.resources import files

from concentric.core.terms.findings import Refused

_FOLDER = files("concentric.register").joinpath("books")


class NoSuchShippedBook(Refused):
    """No book of this code comes with the program."""


def shipped_books() -> list[str]:
    """The codes of the books that come with the program."""
    return sorted(one.name.removesuffix(".toml") for one in _FOLDER.iterdir() if one.name.endswith(".toml"))


def shipped(code: str) -> str:
    """The text of one of them. NoSuchShippedBook when there is none."""
    if code not in shipped_books():
        raise NoSuchShippedBook("book-not-shipped", code=code, known=", ".join(shipped_books()))
    return _FOLDER.joinpath(f"{code}.toml").read_text(encoding="utf-8")
