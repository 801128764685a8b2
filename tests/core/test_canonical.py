"""Canonical bytes agree with RFC 8785, and what has no single spelling is refused."""

import json
from decimal import Decimal
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.canonical import LARGEST_INTEGER, NotCanonical, canonical

ascii_keys = st.text(st.characters(max_codepoint=127), max_size=8)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner) | st.dictionaries(ascii_keys, inner),
    max_leaves=30,
)


@given(values)
def test_the_bytes_are_those_of_rfc_8785(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value)


@given(values)
def test_reading_the_bytes_gives_the_value_back(value: Any) -> None:
    assert json.loads(canonical(value)) == value


def test_keys_are_sorted_and_nothing_is_padded() -> None:
    assert (
        canonical({"b": [1, None, True], "a": "柳州\n\x7f\u2028"})
        == '{"a":"柳州\\n\x7f\u2028","b":[1,null,true]}'.encode()
    )


def test_text_is_never_normalised() -> None:
    composed, decomposed = "\u00e9", "e\u0301"
    assert canonical(composed) != canonical(decomposed)
    assert canonical("\uf900") == b'"\xef\xa4\x80"'  # a compatibility ideograph that NFC would replace


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        float("inf"),
        Decimal(1),
        2**53,
        -(2**53),
        b"bytes",
        ("a", "tuple"),
        {"a", "set"},
        {1: "a key that is no text"},
        {"名": "a key that is not ASCII"},
        "\ud800",
        object(),
    ],
    ids=lambda value: type(value).__name__,
)
@pytest.mark.parametrize(
    "wrap",
    [lambda v: v, lambda v: [v], lambda v: {"a": {"b": [v]}}],
    ids=["bare", "list", "deep"],
)
def test_what_has_no_single_spelling_is_refused(value: Any, wrap: Any) -> None:
    with pytest.raises(NotCanonical):
        canonical(wrap(value))


def test_a_lone_surrogate_in_a_key_is_refused() -> None:
    with pytest.raises(NotCanonical):
        canonical({"\udc00": "x"})


def test_a_value_that_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(NotCanonical):
        canonical(endless)
