"""A file is what its own bytes say, and only kinds that show nothing but themselves are kept."""

import io
import zipfile

import pytest
from docx import Document
from openpyxl import Workbook

from concentric.core import media
from concentric.core.terms.words import LANGS

PICTURES = [
    (b"%PDF-1.7\n", media.PDF),
    (b"\xff\xd8\xff\xe0..JFIF", media.JPEG),
    (b"\x89PNG\r\n\x1a\n....", media.PNG),
    (b"GIF89a....", media.GIF),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", media.WEBP),
    (b"\x00\x00\x00\x18ftypheic....", media.HEIC),
]


def word() -> bytes:
    buffer = io.BytesIO()
    Document().save(buffer)
    return buffer.getvalue()


def excel() -> bytes:
    buffer = io.BytesIO()
    Workbook().save(buffer)
    return buffer.getvalue()


def package(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def with_part(content: bytes, name: str) -> bytes:
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as made:
        made.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(("content", "kind"), PICTURES, ids=lambda one: getattr(one, "ending", ""))
def test_pictures_and_pdf_are_known_by_their_beginning(content: bytes, kind: media.Kind) -> None:
    assert media.kind_of(content) == kind == media.KINDS[kind.media_type]


def test_word_and_excel_are_known_by_what_their_package_says() -> None:
    assert media.kind_of(word()) == media.WORD and media.kind_of(excel()) == media.EXCEL


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", media.FileEmpty),
        (b"%PDF-" + b"0" * media.LARGEST, media.FileTooLarge),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", media.FileUnknown),
        (b"<?xml version='1.0'?><svg/>", media.FileUnknown),
        (b"<!doctype html><script>1</script>", media.FileUnknown),
        (b"  %PDF-1.7", media.FileUnknown),
        (b"MZ\x90\x00", media.FileUnknown),
        (b"#!/bin/sh\n", media.FileUnknown),
        (b"RIFF\x10\x00\x00\x00AVI LIST", media.FileUnknown),
        (b"\x00\x00\x00\x18ftypmp42", media.FileUnknown),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", media.FileUnknown),
        (b"PK\x03\x04 and nothing more", media.FileUnknown),
        (package(a="1"), media.FileUnknown),
        (package(**{"[Content_Types].xml": "presentationml.presentation.main+xml"}), media.FileUnknown),
        (
            package(**{"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml"}),
            media.FileHasMacros,
        ),
        (with_part(word(), "word/vbaProject.bin"), media.FileHasMacros),
        (with_part(excel(), "xl/VBAPROJECT.BIN"), media.FileHasMacros),
        (word()[:-200], media.FileUnknown),
    ],
    ids=range(18),
)
def test_everything_else_is_refused_by_name(content: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal) as refused:
        media.kind_of(content)
    for lang in LANGS:
        assert refused.value.says(lang) and refused.value.remedy(lang)  # type: ignore[attr-defined]
