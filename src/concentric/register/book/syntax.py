"""What the parser of TOML complains about, in words."""

from __future__ import annotations

import re
import tomllib

from concentric.core.terms.findings import Finding

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
# The parser's own words, each with what a person would say. The first that fits is taken.
_KINDS = (
    (re.compile(r"overwrite|twice|mutate|immutable|already"), "book-toml-twice"),
    (re.compile(r"Unterminated|[Ii]nvalid character|Illegal character"), "book-toml-string"),
    (re.compile(r"Unclosed|at the end of a table declaration"), "book-toml-bracket"),
    (re.compile(r"after a key in a key/value pair"), "book-toml-equals"),
    (re.compile(r"Invalid value"), "book-toml-value"),
    (re.compile(r"newline or end of document"), "book-toml-rest"),
    (re.compile(r"Unescaped '\\\\'|escape|hex"), "book-toml-escape"),
)


def syntax_finding(text: str, wrong: tomllib.TOMLDecodeError) -> Finding:
    """The one finding of a text that is no TOML: the parser stops at the first mistake."""
    message = str(wrong)
    place = _PLACE.search(message)
    if place and place["line"]:
        line, column = int(place["line"]), int(place["column"])
    else:
        line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    key = next((key for pattern, key in _KINDS if pattern.search(message)), "book-toml")
    return Finding(key, {"character": str(column)}, line=line)
