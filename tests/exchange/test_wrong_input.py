"""Each kind of wrong input is found where it stands, said in three languages, and keeps only its own row out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exchange.conftest import Bring, account
from tests.exchange.wrong import CORPUS, RECEIPT, WORLD
from tests.exchange.wrong.sheets import said, wrong_sheets

from concentric.core.terms.words import LANGS
from concentric.exchange.sheets.cells import tidy
from concentric.exchange.sheets.registry import BY_STEM
from concentric.exchange.workbook.raw import column_letter
from concentric.keep import store
from concentric.ledger.actor import Actor
from concentric.ledger.verify import verify

HEADER = 1
INDEPENDENT = ("verifications", "follow-up-results")
ELSEWHERE = ("course-", "keep-", "match-", "commitment-", "confirmation-", "verification-", "organisation-")
"""What lies between two cells may be told at the other one."""


def rows_of(stem: str) -> list[list[Any]]:
    """Headings, then the good row once for each kind of wrong, spoilt in one cell."""
    good, spoilt = CORPUS[stem]
    columns = BY_STEM[stem].columns
    rows: list[list[Any]] = [[column.heading("zh-Hans") for column in columns]]
    for n, (name, value, _) in enumerate(spoilt, start=10):
        row = good | {"number": good["number"].format(n)} | (value if isinstance(value, dict) else {name: value})
        rows.append([row.get(column.name, "") for column in columns])
    return rows


def test_every_sheet_has_fifteen_kinds_of_wrong_input_at_least() -> None:
    """A kind is a sentence; the same sentence at another column is counted beside it."""
    assert set(CORPUS) == set(BY_STEM)
    for stem, (good, spoilt) in CORPUS.items():
        told = {key for _, _, key in spoilt} | {wrong.key for wrong in wrong_sheets(BY_STEM[stem], good)}
        assert len(told - {""}) >= 15 and len({(name, key) for name, _, key in spoilt}) >= 15, (stem, len(told))
        assert len(spoilt) >= 25, stem


@pytest.mark.parametrize("stem", list(CORPUS))
def test_a_sheet_that_is_wrong_as_a_whole_says_so_in_three_languages(stem: str) -> None:
    sheet = BY_STEM[stem]
    for wrong in wrong_sheets(sheet, CORPUS[stem][0]):
        found = [finding for finding in said(wrong, sheet) if finding.key == wrong.key]
        assert found, (stem, wrong.key, [finding.key for finding in said(wrong, sheet)])
        for lang in LANGS:
            assert all(one.says(lang) and one.remedy(lang) and one.where(lang) for one in found)
            assert "{" not in found[0].says(lang)


@pytest.mark.parametrize("stem", list(CORPUS))
def test_wrong_input_is_named_at_its_cell_and_can_be_said(stem: str, bring: Bring, officer: Actor) -> None:
    assert [finding.key for finding in bring(WORLD).findings] == []
    store.put(RECEIPT)
    actor = account("Y1", "verifier", officer) if stem in INDEPENDENT else officer
    done = bring({BY_STEM[stem].name("zh-Hans"): rows_of(stem)}, actor)
    by_row: dict[int | None, list[Any]] = {}
    for finding in done.findings:
        if finding.severity == "error":
            by_row.setdefault(finding.row, []).append(finding)
    names = [column.name for column in BY_STEM[stem].columns]
    for row, (name, value, key) in enumerate(CORPUS[stem][1], start=HEADER + 1):
        found = by_row.pop(row, [])
        # Of two rows with one number both are in doubt; the corpus repeats none.
        assert key in [finding.key for finding in found] or not key, (stem, row, name, value, [f.key for f in found])
        for finding in found:
            for lang in LANGS:
                assert finding.says(lang) and finding.remedy(lang) and finding.where(lang)
                assert "{" not in finding.says(lang)
            if finding.key == key and isinstance(value, str) and "text" in finding.args:
                assert str(finding.args["text"]).rstrip("…") in tidy(value)
        if key:
            cells = [finding.cell for finding in found if finding.key == key]
            expected = f"{column_letter(names.index(name))}{row}"
            assert expected in cells or key.startswith(ELSEWHERE)
    assert by_row == {}
    assert verify().findings == []
