"""Numbers typed into a review by hand: checked before it is frozen, kept back or published with a reason."""

from __future__ import annotations

import pytest
from tests.prove.town import Town

from concentric.ledger.actor import Actor
from concentric.ledger.models import Entry
from concentric.ledger.verify import verify
from concentric.prove.book import current_book
from concentric.prove.models import Edition
from concentric.prove.reviews import freeze
from concentric.prove.typed import TypedNumbersUnsettled

TEXT = """# 小城的一年

全年{{ figure "villages-paired" }}个村结对，结对村数3个。

第九批名单公布，2021年有三件大事。
"""


@pytest.fixture
def town(office: Actor) -> Town:
    town = Town(office)
    town.pair("p1", "chamber", "upper")
    town.pair("p2", "chamber", "lower")
    town.state("shops", "52000")
    return town


def test_a_typed_number_that_the_ledger_contradicts_keeps_a_review_back(town: Town) -> None:
    book, _ = current_book()
    size = Entry.objects.count()
    with pytest.raises(TypedNumbersUnsettled) as caught:
        freeze(town.office, book, "zh-Hans", text=TEXT)
    (finding,) = caught.value.findings
    assert finding.line == 3 and finding.args["text"] == "3个"
    for lang in ("zh-Hans", "zh-Hant", "en"):
        assert "3个" in finding.says(lang) or "3個" in finding.says(lang)
        assert finding.remedy(lang) and caught.value.says(lang) and caught.value.remedy(lang)
    assert Entry.objects.count() == size and Edition.objects.count() == 0


def test_a_reason_lets_it_be_published_and_stands_with_the_edition(town: Town) -> None:
    book, _ = current_book()
    edition = freeze(town.office, book, "zh-Hans", text=TEXT, typed_reason="  按县里口径，含未登记的。 ")
    assert edition.typed == [{"text": "3个", "verdict": "contradicted"}]
    assert edition.typed_reason == "按县里口径，含未登记的。"
    assert verify().findings == []


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("结对村数3个", "结对村数2个"),
        '# 小城的一年\n\n全年{{ figure "villages-paired" }}个村结对。\n',
        "# 小城的一年\n\n第九批名单公布。\n",
        "# 小城的一年\n\n一年来没有数字。\n",
    ],
)
def test_true_bound_and_other_numbers_need_no_reason(town: Town, text: str) -> None:
    book, _ = current_book()
    edition = freeze(town.office, book, "zh-Hans", text=text, typed_reason="not needed")
    assert edition.typed == [] and edition.typed_reason == ""
