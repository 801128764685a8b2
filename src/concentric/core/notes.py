"""Signed notes and checkpoints: small texts that leave the house, and that anyone can check with a public key.

Formats: C2SP signed-note (Ed25519) and C2SP tlog-checkpoint. Keys travel as one line of text each:

    public   name+hash+base64(0x01 || 32-byte public key)
    private  PRIVATE+KEY+name+hash+base64(0x01 || 32-byte seed)

where hash is the first 4 bytes of SHA-256(name || 0x0A || 0x01 || public key), in hex.
"""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from concentric.core.terms.findings import Refused

_ED25519 = b"\x01"
_PRIVATE = "PRIVATE+KEY+"
_SIGNED_BY = "\u2014 "
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_LONGEST_NOTE = 1_000_000
_MOST_SIGNATURES = 100


class KeyUnreadable(Refused):
    """The text is no Ed25519 key of a signed note, or its name cannot be used."""


class NoteUnreadable(Refused):
    """The text is no signed note; or it is, but its body is no checkpoint."""


class SignerUnknown(Refused):
    """None of the signatures is by a key that was asked for."""


class SignatureWrong(Refused):
    """A signature names a known key, but that key never signed this text."""


@dataclass(frozen=True)
class Verifier:
    """A public key and the name it signs under."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each of its signatures."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Reads `name+hash+base64`. Raises KeyUnreadable, also when the hash is not that of name and key."""
        name, claimed, public = _parts(text.strip())
        verifier = cls(name, public)
        if verifier.key_id.hex() != claimed:
            raise KeyUnreadable("note-key-unreadable")
        try:
            Ed25519PublicKey.from_public_bytes(public)
        except ValueError:
            raise KeyUnreadable("note-key-unreadable") from None
        return verifier

    def to_text(self) -> str:
        """The line to publish: `name+hash+base64`."""
        return f"{self.name}+{self.key_id.hex()}+{_to_base64(_ED25519 + self.public)}"


@dataclass(frozen=True, repr=False)
class SigningKey:
    """A private key and the name it signs under. Its text form is a secret; its repr is not."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"SigningKey({self.name!r})"

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Reads what `to_text` wrote. Raises KeyUnreadable, also when the hash is not that of name and key."""
        text = text.strip()
        if not text.startswith(_PRIVATE):
            raise KeyUnreadable("note-key-unreadable")
        name, claimed, seed = _parts(text.removeprefix(_PRIVATE))
        key = cls(name, seed)
        if key.public.key_id.hex() != claimed:
            raise KeyUnreadable("note-key-unreadable")
        return key

    def to_text(self) -> str:
        """One line and its newline: keep it outside the database, readable by its owner only."""
        return f"{_PRIVATE}{self.name}+{self.public.key_id.hex()}+{_to_base64(_ED25519 + self.seed)}\n"

    @property
    def public(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self._private().public_key().public_bytes_raw())

    @property
    def verifier(self) -> str:
        """The public half as the line to publish."""
        return self.public.to_text()

    def sign(self, message: bytes) -> bytes:
        """The 64 bytes of the Ed25519 signature."""
        return self._private().sign(message)

    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


@dataclass(frozen=True)
class Note:
    """A text and those of the asked-for keys that signed it, by name in the order of their signatures."""

    text: str
    signers: tuple[str, ...]


@dataclass(frozen=True)
class Checkpoint:
    """What a log said about itself: its name, how many entries it had, their RFC 6962 root, and who signed that."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()


def generate_key(name: str) -> SigningKey:
    """A new signing key. `name` may hold neither spaces nor a plus sign: KeyUnreadable otherwise."""
    _check_name(name)
    return SigningKey(name, Ed25519PrivateKey.generate().private_bytes_raw())


def sign_note(text: str, *keys: SigningKey) -> str:
    """The note: the text, which must end with a newline, and one signature a key. Raises NoteUnreadable."""
    if not keys or not _is_text(text) or not text.endswith("\n"):
        raise NoteUnreadable("note-unreadable")
    lines = [f"{_SIGNED_BY}{key.name} {_to_base64(key.public.key_id + key.sign(text.encode()))}\n" for key in keys]
    return f"{text}\n{''.join(lines)}"


def read_note(note: str, verifiers: str | Verifier | Iterable[str | Verifier]) -> Note:
    """The note's text, once at least one of the verifiers is found to have signed it.

    Signatures by other keys are passed over. Raises NoteUnreadable, SignerUnknown, or SignatureWrong if even one of the
    signatures that name a known key is wrong.
    """
    known = _known(verifiers)
    text, signatures = _take_apart(note)
    signers: dict[str, None] = {}
    for name, key_id, signature in signatures:
        verifier = known.get((name, key_id))
        if verifier is None:
            continue
        try:
            Ed25519PublicKey.from_public_bytes(verifier.public).verify(signature, text.encode())
        except InvalidSignature:
            raise SignatureWrong("note-signature-wrong", name=name) from None
        signers[name] = None
    if not signers:
        raise SignerUnknown("note-signer-unknown")
    return Note(text, tuple(signers))


def sign_checkpoint(origin: str, size: int, root: bytes, key: SigningKey, extensions: Iterable[str] = ()) -> str:
    """The checkpoint as a signed note. Origin and extensions are one non-empty line each; the root has 32 bytes."""
    lines = [origin, str(size), _to_base64(root), *extensions]
    if _checkpoint(lines) is None:
        raise NoteUnreadable("note-no-checkpoint")
    return sign_note("".join(f"{line}\n" for line in lines), key)


def read_checkpoint(text: str, verifiers: str | Verifier | Iterable[str | Verifier]) -> Checkpoint:
    """The checkpoint, once a verifier is found to have signed it; refusals as for `read_note`.

    Whether its origin is the log one means is for the caller to compare.
    """
    note = read_note(text, verifiers)
    found = _checkpoint(note.text.removesuffix("\n").split("\n"))
    if found is None:
        raise NoteUnreadable("note-no-checkpoint")
    return Checkpoint(found.origin, found.size, found.root, found.extensions, note.signers)


def _checkpoint(lines: list[str]) -> Checkpoint | None:
    if len(lines) < 3 or not all(line and _is_text(line) and "\n" not in line for line in lines):
        return None
    origin, size, root, *extensions = lines
    hashed = _from_base64(root)
    if not _SIZE.fullmatch(size) or hashed is None or len(hashed) != 32:
        return None
    return Checkpoint(origin, int(size), hashed, tuple(extensions))


def _known(verifiers: str | Verifier | Iterable[str | Verifier]) -> dict[tuple[str, bytes], Verifier]:
    each = [verifiers] if isinstance(verifiers, str | Verifier) else verifiers
    read = [Verifier.from_text(one) if isinstance(one, str) else one for one in each]
    return {(verifier.name, verifier.key_id): verifier for verifier in read}


def _take_apart(note: str) -> tuple[str, list[tuple[str, bytes, bytes]]]:
    """The signed text, and each signature as name, key id and signature."""
    # The text may itself hold blank lines; signatures never do, so the last blank line parts the two.
    text, blank, tail = note.rpartition("\n\n")
    lines = tail.removesuffix("\n").split("\n")
    if (
        not blank
        or not tail.endswith("\n")
        or len(note) > _LONGEST_NOTE
        or len(lines) > _MOST_SIGNATURES
        or not _is_text(note)
    ):
        raise NoteUnreadable("note-unreadable")
    return text + "\n", [_signature(line) for line in lines]


def _signature(line: str) -> tuple[str, bytes, bytes]:
    name, space, encoded = line.removeprefix(_SIGNED_BY).partition(" ")
    decoded = _from_base64(encoded)
    if not line.startswith(_SIGNED_BY) or not space or not _is_name(name) or decoded is None or len(decoded) < 5:
        raise NoteUnreadable("note-unreadable")
    return name, decoded[:4], decoded[4:]


def _parts(text: str) -> tuple[str, str, bytes]:
    """Name, claimed hash and the 32 bytes of a key's text."""
    name, _, rest = text.partition("+")
    claimed, _, encoded = rest.partition("+")
    _check_name(name)
    decoded = _from_base64(encoded)
    if decoded is None or len(decoded) != 33 or decoded[:1] != _ED25519:
        raise KeyUnreadable("note-key-unreadable")
    return name, claimed, decoded[1:]


def _check_name(name: str) -> None:
    if not _is_name(name):
        raise KeyUnreadable("note-key-name", name=name)


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(char.isspace() for char in name) and _is_text(name)


def _is_text(text: str) -> bool:
    """UTF-8 without control characters; only the newline may stand in a note."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return not any(char < " " and char != "\n" for char in text)


def _to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _from_base64(text: str) -> bytes | None:
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    # Several texts decode to the same bytes (unused bits at the end): only the one that is written back counts.
    return decoded if _to_base64(decoded) == text else None
