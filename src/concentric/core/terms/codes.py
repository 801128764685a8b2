"""Codes: cleaning what was typed, the social credit code of an organisation, the code of a place."""

import re

from concentric.core.terms.findings import Finding

# Typed or pasted width variants to plain ASCII; not NFKC, which would also turn ① into 1 and ² into 2.
_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x09, 0x0A, 0x0D), " ")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xAD))
_CLEAN = {**_WIDTH, **_BLANKS, **_INVISIBLE}

# GB 32100-2015, 4.3: digits and capitals without I, O, S, V, Z.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_OWN_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_.][A-Za-z0-9]+)*")
_PERSON = re.compile(r"[0-9]{6}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]")


def clean(text: str) -> str:
    """Full-width letters, digits and signs made plain, odd blanks made spaces, invisible marks and edges removed."""
    return text.translate(_CLEAN).strip()


def check_uscc(text: str) -> Finding | None:
    """What is odd about a Unified Social Credit Code (GB 32100), or None.

    A warning, never a reason to reject: codes of the pilot years fail the check lawfully. The one error is a valid
    citizen's identity number in this place, which must not be recorded at all; the finding does not repeat it.
    """
    code = clean(text).replace(" ", "").upper()
    if len(code) == 18 and _person(code):
        return Finding("code-uscc-person")
    if len(code) != 18:
        return Finding("code-uscc-length", {"code": code[:40], "length": len(code)}, "warning")
    if strange := "".join(dict.fromkeys(letter for letter in code if letter not in _ALPHABET)):
        return Finding("code-uscc-letter", {"code": code, "letters": strange}, "warning")
    if code[17] != _uscc_check(code[:17]):
        return Finding("code-uscc-check", {"code": code}, "warning")
    return None


def is_place_code(text: str) -> bool:
    """Whether `text` can name a place: GB/T 2260 (6 digits), township (9), village (12), or an office's own code.

    An office's own code starts with a letter, so it is never mistaken for a national one; at most 40 characters.
    """
    code = clean(text)
    if code.isascii() and code.isdigit():
        return len(code) in (6, 9, 12)
    return len(code) <= 40 and _OWN_CODE.fullmatch(code) is not None


def _uscc_check(body: str) -> str:
    total = sum(_ALPHABET.index(letter) * pow(3, place, 31) for place, letter in enumerate(body))
    return _ALPHABET[-total % 31]


def _person(code: str) -> bool:
    """A citizen's number by GB 11643: a date of birth inside and a check that holds (and is no valid USCC)."""
    if not _PERSON.fullmatch(code):
        return False
    if all(letter in _ALPHABET for letter in code) and code[17] == _uscc_check(code[:17]):
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(code[:17]))
    return code[17] == "10X98765432"[total % 11]
