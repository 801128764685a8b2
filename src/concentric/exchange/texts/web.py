"""A saved web page as the text a reader sees: no scripts, no styles, nothing fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# Nothing that was taken is given back: comments can be cut into groups in more ways than there is time.
_OPENING = re.compile(
    r"^\s*+(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    r"(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html|<meta|<title|<div|<p[ >]"
    r"|<table|<article)",
    re.IGNORECASE | re.DOTALL,
)
_HIDDEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "nav",
        "footer",
    )
)
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track")
)
_BLOCKS = frozenset(
    "p div br hr li ul ol dl dt dd tr table thead tbody section article header main aside h1 h2 h3 h4 h5 h6 blockquote "
    "pre figure figcaption address form caption".split()
)
SHORTEST_ARTICLE = 200
_PARTS_OF_ARTICLE = frozenset(("articlebody", "headline", "alternativeheadline"))


def is_web(text: str) -> bool:
    """Whether a text is the source of a web page."""
    return bool(_OPENING.match(text[:4096]))


def text_of(source: str) -> tuple[str, list[str]]:
    """The page's text, a line for each block and a tab between cells, and what there is to remark.

    Where the page marks its article by `itemprop`, only the article and its headline are meant.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    remarks = ["text-has-scripts"] if reader.scripts else []
    text, article = _tidy(reader.pieces), _tidy(reader.article)
    if len(article) >= SHORTEST_ARTICLE:
        return article, [*remarks, "text-article-only"]
    return text, remarks


def _tidy(pieces: list[str]) -> str:
    text = re.sub(r"[^\S\n\t]+", " ", "".join(pieces))
    return re.sub(r" ?\n[\s]*", "\n", text).strip()


class _Reader(HTMLParser):
    """Gathers what is shown, and what of it stands `within` a marked article and not `beside` it.

    Tags that were never closed hide nothing for good: a block's start ends them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.article: list[str] = []
        self.within: list[str] = []
        self.beside = 0
        self.hidden: list[str] = []
        self.scripts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts = self.scripts or tag == "script" or any(name.startswith("on") for name, _ in attrs)
        if tag in _HIDDEN:
            self.hidden.append(tag)
        elif tag == "body":
            self.hidden.clear()
        elif tag in _BLOCKS:
            self._put("\n")
        elif tag in ("td", "th") and self.pieces and not self.pieces[-1].endswith("\n"):
            self._put("\t")
        self.beside += tag == "aside"
        if self.within:
            self.within += [tag] if tag == self.within[0] else []
        elif (dict(attrs).get("itemprop") or "").lower() in _PARTS_OF_ARTICLE and tag not in _VOID:
            self.within = [tag]

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        if self.within and not self.beside:
            self.article.append(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.hidden:
            del self.hidden[len(self.hidden) - 1 - self.hidden[::-1].index(tag) :]
        elif tag in _BLOCKS and tag not in _VOID:
            self._put("\n")
        self.beside -= tag == "aside" and self.beside > 0
        if self.within and tag == self.within[0]:
            self.within.pop()

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._put(re.sub(r"[\n\r\t]+", " ", data))
