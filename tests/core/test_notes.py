"""Notes and checkpoints: what was signed can be read, and nothing else can."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concentric.core.notes import (
    Checkpoint,
    KeyUnreadable,
    NoteUnreadable,
    SignatureWrong,
    SignerUnknown,
    SigningKey,
    Verifier,
    generate_key,
    read_checkpoint,
    read_note,
    sign_checkpoint,
    sign_note,
)
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS

OFFICE = SigningKey("office.example/ledger", bytes(range(32)))
PARTNER = SigningKey("商会.example", bytes(range(1, 33)))
ROOT = sha256(b"root").digest()
NOTE = sign_checkpoint("office.example/ledger", 12_345, ROOT, OFFICE, ["as of 2021-12-31"])
TAMPERED = (NoteUnreadable, SignerUnknown, SignatureWrong)

# The example of Go's golang.org/x/mod/sumdb/note, whose format C2SP wrote down.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETER_KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
PETER_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


def test_a_note_signed_elsewhere_is_read() -> None:
    assert read_note(PETER_NOTE, PETER).signers == ("PeterNeumann",)


def test_a_key_made_elsewhere_signs_the_very_same_note() -> None:
    key = SigningKey.from_text(PETER_KEY)
    assert key.verifier == PETER
    assert sign_note(PETER_NOTE.partition("\n\n")[0] + "\n", key) == PETER_NOTE


def test_a_checkpoint_comes_back_as_it_was_signed() -> None:
    assert read_checkpoint(NOTE, OFFICE.verifier) == Checkpoint(
        "office.example/ledger", 12_345, ROOT, ("as of 2021-12-31",), ("office.example/ledger",)
    )


def test_a_checkpoint_is_laid_out_as_the_format_says() -> None:
    lines = NOTE.split("\n")
    assert lines[:5] == [
        "office.example/ledger",
        "12345",
        "SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=",
        "as of 2021-12-31",
        "",
    ]
    assert lines[5].startswith("— office.example/ledger ") and lines[6:] == [""]


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.integers(0, 10**18),
    st.binary(min_size=32, max_size=32),
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), max_size=3),
)
def test_whatever_is_signed_is_read_back(origin: str, size: int, root: bytes, extensions: list[str]) -> None:
    found = read_checkpoint(sign_checkpoint(origin, size, root, PARTNER, extensions), PARTNER.public)
    assert (found.origin, found.size, found.root, found.extensions) == (origin, size, root, tuple(extensions))


def test_a_note_with_any_byte_changed_is_refused() -> None:
    data = NOTE.encode()
    for at in range(len(data)):
        for change in (1, 2, 4, 8, 16, 32, 64, 128):
            tampered = bytearray(data)
            tampered[at] ^= change
            try:
                text = tampered.decode()
            except UnicodeDecodeError:
                continue
            with pytest.raises(TAMPERED):
                read_checkpoint(text, OFFICE.verifier)


def test_another_spelling_of_the_same_signature_is_refused() -> None:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    assert NOTE.endswith("=\n")
    last = NOTE[-3]  # two of its six bits stand for nothing
    for unused in (1, 2, 3):
        with pytest.raises(NoteUnreadable):
            read_note(NOTE[:-3] + alphabet[alphabet.index(last) + unused] + "=\n", OFFICE.verifier)


def test_a_note_with_any_byte_missing_or_doubled_is_refused() -> None:
    for at in range(len(NOTE)):
        for text in (NOTE[:at] + NOTE[at + 1 :], NOTE[:at] + NOTE[at] + NOTE[at:], NOTE[:at]):
            with pytest.raises(TAMPERED):
                read_checkpoint(text, OFFICE.verifier)


def test_signatures_by_strangers_are_passed_over_but_do_not_count() -> None:
    both = sign_note("a text\n\nwith a blank line\n", OFFICE, PARTNER)
    assert read_note(both, OFFICE.verifier).signers == (OFFICE.name,)
    assert read_note(both, [OFFICE.verifier, PARTNER.public]).signers == (OFFICE.name, PARTNER.name)
    with pytest.raises(SignerUnknown):
        read_note(both, generate_key("stranger").verifier)
    with pytest.raises(SignerUnknown):
        read_note(both, [])


def test_another_key_under_the_same_name_is_a_stranger() -> None:
    with pytest.raises(SignerUnknown):
        read_checkpoint(NOTE, generate_key(OFFICE.name).verifier)


def test_one_wrong_signature_of_a_known_key_spoils_the_note() -> None:
    both = sign_note("the text\n", OFFICE, PARTNER)
    other = sign_note("another text\n", PARTNER).split("\n")[-2]
    mixed = "\n".join([*both.split("\n")[:-2], other, ""])
    assert read_note(mixed, OFFICE.verifier).signers == (OFFICE.name,)
    with pytest.raises(SignatureWrong):
        read_note(mixed, [OFFICE.verifier, PARTNER.verifier])


@pytest.mark.parametrize(
    "body",
    [
        "origin\n12\n",
        "origin\n012\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
        "origin\n-1\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
        "origin\n１２\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
        "origin\n12\nc2hvcnQ=\n",
        "origin\n12\nno base64\n",
        "\n12\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n",
        "origin\n12\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n\nextension\n",
    ],
)
def test_a_rightly_signed_text_that_is_no_checkpoint_is_refused(body: str) -> None:
    with pytest.raises(NoteUnreadable):
        read_checkpoint(sign_note(body, OFFICE), OFFICE.verifier)


@pytest.mark.parametrize(
    "sign",
    [
        lambda: sign_note("no newline", OFFICE),
        lambda: sign_note("by nobody\n"),
        lambda: sign_note("a\rcontrol character\n", OFFICE),
        lambda: sign_note("\ud800\n", OFFICE),
        lambda: sign_checkpoint("two\nlines", 1, ROOT, OFFICE),
        lambda: sign_checkpoint("origin", -1, ROOT, OFFICE),
        lambda: sign_checkpoint("origin", 1, b"short", OFFICE),
        lambda: sign_checkpoint("origin", 1, ROOT, OFFICE, [""]),
    ],
)
def test_what_could_not_be_read_is_not_signed(sign: Callable[[], str]) -> None:
    with pytest.raises(NoteUnreadable):
        sign()


def test_keys_come_back_from_their_text() -> None:
    key = generate_key("example.org/台账")
    assert SigningKey.from_text(key.to_text()) == key
    assert Verifier.from_text(key.verifier + "\n") == key.public
    assert key.public.key_id == sha256("example.org/台账\n\x01".encode() + key.public.public).digest()[:4]


def test_a_key_does_not_show_its_secret_by_accident() -> None:
    assert OFFICE.seed.hex() not in repr(OFFICE) and str(OFFICE) == "SigningKey('office.example/ledger')"


def test_a_key_with_any_character_changed_is_refused() -> None:
    for text, read in ((OFFICE.verifier, Verifier.from_text), (OFFICE.to_text().strip(), SigningKey.from_text)):
        for at in range(len(text)):
            for other in "+0Az":
                if text[at] != other:
                    with pytest.raises(KeyUnreadable):
                        read(text[:at] + other + text[at + 1 :])


@pytest.mark.parametrize("name", ["", "two words", "full\u3000width", "a+b", "line\nbreak", "bell\x07"])
def test_a_name_that_a_signature_line_cannot_hold_is_refused(name: str) -> None:
    with pytest.raises(KeyUnreadable):
        generate_key(name)


@pytest.mark.parametrize("lang", LANGS)
def test_every_refusal_says_what_is_wrong_and_what_to_do(lang: str) -> None:
    def refusal(act: Callable[[], object]) -> Refused:
        with pytest.raises(Refused) as caught:
            act()
        return caught.value

    for act in (
        lambda: read_note("nothing", OFFICE.verifier),
        lambda: read_checkpoint(sign_note("text\n", OFFICE), OFFICE.verifier),
        lambda: read_note(NOTE, PARTNER.verifier),
        lambda: read_note(NOTE.replace("12345", "12346"), OFFICE.verifier),
        lambda: read_note(NOTE, "no key"),
        lambda: generate_key("two words"),
        lambda: generate_key(""),
        lambda: SigningKey.from_text("name+00000000+AA=="),
    ):
        refused = refusal(act)
        assert refused.says(lang) and refused.remedy(lang)
