"""What is checked of a document before anything parses it, and the parsing of the few parts that are read.

Nothing of a document is ever run, followed or unfolded beyond a limit: pictures, macros, linked files and embedded
objects stay in the archive.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from concentric.exchange.workbook.guards import MOST_MEMBERS, OLE, broken_zip, head_of, refuse

LARGEST_FILE = 50 * 2**20
LARGEST_PART = 32 * 2**20
LARGEST_RATIO = 200
RATIO_MATTERS = 4 * 2**20
LONGEST_RELATIONS = 64 * 2**10  # of which an honest document has three or four
DEEPEST = 120  # elements within elements: an honest document nests about 30
_TARGET = re.compile(r'Type="[^"]*/officeDocument"[^<>]*?Target="/?([^"]+)"|Target="/?([^"]+)"[^<>]*?/officeDocument"')


def parts_of(path: Path) -> tuple[Element, Element | None, Element | None]:
    """The document's body, its styles and its properties, parsed. FileRefused for what is no honest .docx."""
    _check_file(path)
    with broken_zip(path), zipfile.ZipFile(path) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if len(members) > MOST_MEMBERS or len(names) < len(members):
            refuse("file-damaged", path)
        if "[Content_Types].xml" not in names:
            refuse("document-other", path)
        relations = _part(path, archive, "_rels/.rels")
        match = _TARGET.search(relations[:LONGEST_RELATIONS].decode("utf-8", "replace"))
        main = (match[1] or match[2]) if match else "word/document.xml"
        if not main.startswith("word/") or main not in names:
            refuse("document-other", path)
        texts = [_part(path, archive, name) for name in (main, "word/styles.xml", "docProps/core.xml")]
    body, styles, properties = (_parsed(path, text) for text in texts)
    if body is None:
        refuse("document-other", path)
    return body, styles, properties


def _check_file(path: Path) -> None:
    head = head_of(path, LARGEST_FILE)
    if head.startswith(OLE):
        refuse("document-old", path)  # a .doc, or one with a password
    if not head.startswith(b"PK"):
        refuse("document-other", path)


def _part(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, unfolded no further than the limit; nothing where it isn't there."""
    try:
        member = archive.getinfo(name)
    except KeyError:
        return b""
    if member.flag_bits & 1:
        refuse("file-has-password", path)
    if member.file_size > RATIO_MATTERS and member.file_size > LARGEST_RATIO * max(1, member.compress_size):
        refuse("document-unfolds", path, most=LARGEST_PART // 2**20)
    with archive.open(member) as stream:
        text = stream.read(LARGEST_PART + 1)
    if len(text) > LARGEST_PART:
        refuse("document-unfolds", path, most=LARGEST_PART // 2**20)
    return text


def _parsed(path: Path, text: bytes) -> Element | None:
    if not text:
        return None
    try:
        found: Element = SafeTree.fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        refuse("document-entities", path)
    except (ParseError, ValueError, LookupError):
        refuse("file-damaged", path)
    if _depth(found) > DEEPEST:
        refuse("file-damaged", path)
    return found


def _depth(root: Element) -> int:
    """How deep elements nest, without recursion."""
    deepest, stack = 0, [(root, 1)]
    while stack:
        one, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in one]
    return deepest
