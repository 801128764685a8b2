"""`concentric check` prints what it found, keeps its contract, and ends with 0, 1 or 2."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import docx
import pytest

from concentric.config import cli

CATALOGUE = [
    {
        "id": "problems",
        "aliases": ["化解民营企业难题"],
        "unit": "件",
        "unit_class": "count",
        "value": 87,
        "period": "2021",
    },
    {
        "id": "villages",
        "aliases": {"en": ["paired villages"]},
        "unit": "village",
        "unit_class": "count",
        "value": "126",
    },
]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Runs `concentric check` in a folder with a catalogue; returns exit code, output and errors."""
    monkeypatch.chdir(tmp_path)
    Path("figures.json").write_text(json.dumps(CATALOGUE), encoding="utf-8")

    def call(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["concentric", "check", "--catalogue", "figures.json", *words])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return int(ended.value.code or 0), out, err

    return call


def test_a_true_text_ends_with_zero_and_a_false_one_with_one(run) -> None:  # type: ignore[no-untyped-def]
    Path("true.txt").write_text("2021年，化解民营企业难题87件。", encoding="utf-8")
    Path("false.txt").write_text("2021年，化解民营企业难题78件。", encoding="utf-8")
    code, out, _ = run("true.txt", "--lang", "en")
    assert code == 0 and "✓ line 1  supported  87件" in out
    code, out, _ = run("false.txt", "--lang", "zh-Hant")
    assert code == 1 and "✕" in out and "不符" in out and "87 件" in out


def test_json_is_one_document_a_line_for_each_text(run) -> None:  # type: ignore[no-untyped-def]
    Path("a.txt").write_text("化解民营企业难题87件。", encoding="utf-8")
    Path("b.md").write_text("We paired 126 villages in May 2021.", encoding="utf-8")
    code, out, _ = run("a.txt", "b.md", "--json")
    first, second = (json.loads(line) for line in out.strip().splitlines())
    assert code == 0
    assert (first["claims"][0]["figure"], second["claims"][0]["figure"]) == ("problems", "villages")
    assert [one["text"] for one in second["not_claims"]] == ["May 2021"]


def test_a_file_that_cannot_be_read_leaves_the_others_checked(run) -> None:  # type: ignore[no-untyped-def]
    Path("a.txt").write_text("化解民营企业难题87件。", encoding="utf-8")
    Path("b.txt").write_bytes(b"%PDF-1.4")
    code, out, err = run("b.txt", "a.txt", "--json", "--lang", "en")
    first, second = (json.loads(line) for line in out.strip().splitlines())
    assert code == 2 and first["refused"] == "text-is-pdf" and second["claims"]
    assert "PDF" in err


def test_a_broken_catalogue_is_wrong_use(run) -> None:  # type: ignore[no-untyped-def]
    Path("a.txt").write_text("87件", encoding="utf-8")
    for text in ("{", "{}", '[{"id": "a"}]', ""):
        Path("figures.json").write_text(text, encoding="utf-8")
        code, out, err = run("a.txt")
        assert code == 2 and not out and len(err.strip().splitlines()) == 2
    Path("figures.json").unlink()
    assert run("a.txt")[0] == 2


def test_comments_are_written_into_a_copy_of_a_word_document(run) -> None:  # type: ignore[no-untyped-def]
    document = docx.Document()
    document.add_paragraph("化解民营企业难题87件。")
    document.save("a.docx")
    code, _, _ = run("a.docx", "--comments", "b.docx")
    assert code == 0 and len(list(docx.Document("b.docx").comments)) == 1
    assert run("a.docx", "--comments", "b.docx")[0] == 2
    Path("a.txt").write_text("87件", encoding="utf-8")
    assert run("a.txt", "--comments", "c.docx")[0] == 2 and not Path("c.docx").exists()


def test_an_edition_brings_its_own_figures(run) -> None:  # type: ignore[no-untyped-def]
    Path("true.txt").write_text("2021年，化解民营企业难题87件。", encoding="utf-8")
    code, _, err = run("true.txt", "--edition", "city.en.public.1", "--lang", "en")
    assert code == 2 and "An edition has its own period" in err and "--catalogue" in err
