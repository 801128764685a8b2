import re
from importlib.resources import files

import pytest

from concentric.core.terms.scripts import localized, to_traditional

WRONG = re.compile("瞭|(?<!公)里|迴|(?<![抽中標書])籤|錶|沖突|衝[正銷回]|合並|發佈")
"""Characters that the dictionaries choose where a phrase ends in the middle of one of theirs."""


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("民营企业进边疆", "民營企業進邊疆"),
        ("村里的干部", "村裡的幹部"),
        ("项目台账", "項目臺帳"),
        ("资金到账后记账", "資金到帳後記帳"),
        ("支持，默认，信息，网络", "支持，默認，信息，網絡"),
        ("“核实”与复核", "「核實」與複核"),
        ("只作了解释，标明了出处，在账本里冲正", "只作了解釋，標明了出處，在帳本裡沖正"),
        ("结对表里已签的、抽签的、没有回音的", "結對表裡已簽的、抽籤的、沒有回音的"),
        ("从网页上复制，没有采用，合并也按历日", "從網頁上複製，沒有採用，合併也按曆日"),
        ("CNY 5, 2021-03-05", "CNY 5, 2021-03-05"),
        ("", ""),
    ],
)
def test_characters_change_and_vocabulary_stays(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("账本里写明了，作了冲正", "帳本裡寫明了，作了沖正"),
        ("已签的协议由抽签核对", "已簽的協議由抽籤核對"),
        ("结对表和命名表有冲突", "結對表和命名表有衝突"),
        ("把工作簿导入，单元格里没有链接", "把活頁簿匯入，儲存格裡沒有連結"),
    ],
)
def test_phrases_an_office_writes_otherwise_are_listed(simplified: str, traditional: str) -> None:
    assert to_traditional(simplified) == traditional


def test_no_sentence_of_the_program_and_of_the_example_book_has_a_character_out_of_place() -> None:
    words = files("concentric.core.terms").joinpath("ftl", "zh-Hans").iterdir()
    book = files("concentric.register").joinpath("books", "city.toml")
    lines = [line for source in (*words, book) for line in source.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 3000
    assert [line for line in map(to_traditional, lines) if WRONG.search(line)] == []


def test_what_is_traditional_already_stays() -> None:
    assert to_traditional(to_traditional("发展乡村产业，巩固拓展成果")) == to_traditional("发展乡村产业，巩固拓展成果")


def test_a_name_is_given_in_the_language_asked_for() -> None:
    names = {"zh-Hans": "万企兴万村", "en": "Ten thousand enterprises"}
    assert localized(names, "en") == "Ten thousand enterprises"
    assert localized(names, "zh-Hans") == "万企兴万村"
    assert localized(names, "zh-Hant") == "萬企興萬村"
    assert localized({**names, "zh-Hant": "萬企興萬村（舊）"}, "zh-Hant") == "萬企興萬村（舊）"


def test_a_name_falls_back_to_any_language_there_is() -> None:
    assert localized({"zh-Hans": "柳州", "en": ""}, "en") == "柳州"
    assert localized({"en": "Liuzhou"}, "zh-Hant") == "Liuzhou"
    with pytest.raises(KeyError):
        localized({}, "en")
