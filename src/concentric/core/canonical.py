"""One spelling for a value: canonical JSON bytes as RFC 8785 writes them, for the part of JSON the ledger uses."""

import json

LARGEST_INTEGER = 2**53 - 1
"""The largest integer (either sign) that every JSON reader keeps exactly: I-JSON, RFC 7493 section 2.2."""

_encode = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False
).encode


class NotCanonical(ValueError):
    """The value has no single spelling: a mistake of the calling code, so its message is for programmers only."""


def canonical(value: object) -> bytes:
    """The canonical bytes of str, bool, None, int within 2^53, list, and dict with ASCII keys.

    Raises NotCanonical for everything else: floats and Decimals differ between writers (amounts travel as strings),
    and a lone surrogate has no bytes. Text is never normalised: what was hashed is what was written.
    """
    try:
        _check(value)
        return _encode(value).encode()
    except UnicodeEncodeError:
        raise NotCanonical("a text holds a lone surrogate") from None
    except RecursionError:
        raise NotCanonical("the value is nested too deep, or holds itself") from None


def _check(value: object) -> None:
    # Exact types first: this runs for every field of every record.
    kind = type(value)
    if kind is str or value is None or kind is bool:
        return
    if kind is dict:
        for key, item in value.items():  # type: ignore[attr-defined]
            # Sorting by code point equals sorting by UTF-16 unit (which RFC 8785 asks for) only for ASCII keys.
            if type(key) is not str or not key.isascii():
                raise NotCanonical(f"a key must be ASCII text: {key!r}")
            if type(item) is not str:
                _check(item)
    elif kind is list:
        for item in value:  # type: ignore[attr-defined]
            if type(item) is not str:
                _check(item)
    elif kind is int:
        if not -LARGEST_INTEGER <= value <= LARGEST_INTEGER:  # type: ignore[operator]
            raise NotCanonical(f"an integer past 2^53 must travel as text: {value}")
    else:
        raise NotCanonical(f"no canonical spelling for {kind.__name__}: {value!r:.80}")
