"""A file as the text it holds, by what it is and not by its name; or one sentence that says why not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from concentric.core.terms.findings import Finding
from concentric.exchange.texts import encodings, web
from concentric.exchange.texts.refusing import refuse

LARGEST_FILE = 20 * 2**20
LONGEST_TEXT = 3_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"ID3",
    b"OggS",
    b"RIFF",
)


@dataclass
class Text:
    """What a file says. `kind` is plain, web or word; `findings` are remarks that stop nothing."""

    path: Path
    kind: str
    text: str
    sha256: str
    findings: list[Finding] = field(default_factory=list)


def read_text(path: Path) -> Text:
    """The text of a file. TextRefused, with a remedy, for what is no text or too much of it."""
    data = _bytes(path)
    if data.startswith(b"PK\x03\x04"):
        from concentric.exchange.texts import word  # lxml takes a tenth of a second, and plain texts need none

        text, remarks = word.read(path, data)
        kind = "word"
    else:
        _refuse_binary(path, data)
        text, remarks = _decoded(path, data), []
        kind = "plain"
        if web.is_web(text):
            text, remarks = web.text_of(text)
            kind = "web"
    if not text.strip():
        refuse("text-empty", path)
    if len(text) > LONGEST_TEXT:
        refuse("text-too-long", path, most=LONGEST_TEXT)
    findings = [Finding(key, {"name": path.name}, "notice", file=path.name) for key in remarks]
    return Text(path, kind, text, hashlib.sha256(data).hexdigest(), findings)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            refuse("text-too-large", path, most=LARGEST_FILE // 2**20)
        data = path.read_bytes()
    except FileNotFoundError:
        refuse("text-not-found", path)
    except (OSError, ValueError):
        refuse("text-not-readable", path)
    if not data:
        refuse("text-empty", path)
    return data


def _refuse_binary(path: Path, data: bytes) -> None:
    if data.startswith(_OLE):
        refuse("text-has-password" if "EncryptedPackage".encode("utf-16-le") in data else "text-is-old-word", path)
    if data.startswith(b"%PDF"):
        refuse("text-is-pdf", path)
    if data.startswith((b"PK", *_BINARY)):
        refuse("text-is-binary", path)


def _decoded(path: Path, data: bytes) -> str:
    text = encodings.decode(data)
    if text is None:
        refuse("text-is-binary" if b"\x00" in data else "text-encoding", path)
    return text
