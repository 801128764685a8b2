import pytest

from concentric.core.terms.scripts import localized, to_traditional


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
