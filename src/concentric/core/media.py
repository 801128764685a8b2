"""What kind of file some bytes are, by their own beginning: never by the name or by what the sender says.

Only kinds that show nothing but themselves are known: pictures, PDF, Word and Excel without macros. No SVG and no HTML,
which would run in the reader's browser with the office's name above them.
"""

import io
import zipfile
from typing import NamedTuple

from concentric.core.terms.findings import Refused

LARGEST = 20_000_000
"""The most bytes of one file: a scanned contract has a tenth of it."""
_MOST_PARTS = 5_000
_CONTENT_TYPES = 1_000_000


class Kind(NamedTuple):
    """A kind of file, as the web calls it, with the ending that it is given when it is taken along."""

    media_type: str
    ending: str


PDF = Kind("application/pdf", "pdf")
JPEG = Kind("image/jpeg", "jpg")
PNG = Kind("image/png", "png")
GIF = Kind("image/gif", "gif")
WEBP = Kind("image/webp", "webp")
HEIC = Kind("image/heic", "heic")
WORD = Kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx")
EXCEL = Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
KINDS = {kind.media_type: kind for kind in (PDF, JPEG, PNG, GIF, WEBP, HEIC, WORD, EXCEL)}
_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")


class FileEmpty(Refused):
    """There is nothing in the file."""


class FileTooLarge(Refused):
    """The file is larger than LARGEST."""


class FileUnknown(Refused):
    """The file is of no kind that is kept."""


class FileHasMacros(Refused):
    """The document holds programs, or is locked so that nobody can see whether it does."""


def kind_of(content: bytes) -> Kind:
    """The kind of a file. Refuses an empty or large one, one of another kind, and a document with programs in it."""
    if not content:
        raise FileEmpty("media-empty")
    if len(content) > LARGEST:
        raise FileTooLarge("media-too-large", size=len(content), largest=LARGEST)
    found = _kind(content)
    if found is None:
        raise FileUnknown("media-unknown", known=", ".join(kind.ending for kind in KINDS.values()))
    return found


def _kind(content: bytes) -> Kind | None:
    head = content[:16]
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith((b"GIF87a", b"GIF89a")):
        return GIF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return HEIC
    return _document(content) if head.startswith(b"PK\x03\x04") else None


def _document(content: bytes) -> Kind | None:
    """Word or Excel, by what the package says it is. Nothing is unfolded but its list of contents."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            if len(parts) > _MOST_PARTS:
                return None
            if any(part.flag_bits & 1 or part.filename.lower().endswith("vbaproject.bin") for part in parts):
                raise FileHasMacros("media-has-macros")
            with package.open("[Content_Types].xml") as listed:
                types = listed.read(_CONTENT_TYPES)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return None
    if b"macroEnabled" in types:
        raise FileHasMacros("media-has-macros")
    for kind in (WORD, EXCEL):
        # The main part is named by the kind and ".main"; templates and slides are neither.
        if kind.media_type.encode() + b".main+xml" in types:
            return kind
    return None
