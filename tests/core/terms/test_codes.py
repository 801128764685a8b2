import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric, uscc

from concentric.core.terms.codes import check_uscc, clean, is_place_code
from concentric.core.terms.words import LANGS

BODY = st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17)


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("９１４５０２００", "91450200"),
        ("　柳州市　", "柳州市"),
        ("Ａ－１（一）", "A-1(一)"),
        ("a\u200bb\ufeff", "ab"),
        ("a\u00a0b\tc", "a b c"),
        ("①²", "①²"),
        ("", ""),
    ],
)
def test_cleaning_changes_width_and_blanks_and_nothing_else(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "code", ["91110000600037341L", "91110000600037341l", "９１１１００００６０００３７３４１Ｌ", "91110000 600037341 L"]
)
def test_a_valid_credit_code_passes_in_any_width_and_case(code: str) -> None:
    assert check_uscc(code) is None


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("91110000600037341M", "code-uscc-check"),
        ("9111000060003734", "code-uscc-length"),
        ("", "code-uscc-length"),
        ("9111000060003734OL", "code-uscc-letter"),
        ("91110000600037341中", "code-uscc-letter"),
    ],
)
def test_an_odd_credit_code_is_a_warning_and_not_a_rejection(code: str, key: str) -> None:
    finding = check_uscc(code)
    assert finding is not None and (finding.key, finding.severity) == (key, "warning")
    for lang in LANGS:
        assert finding.says(lang) and finding.remedy(lang)


def test_a_citizens_number_in_its_place_is_an_error_that_does_not_repeat_it() -> None:
    body = "45020219900307001"
    number = body + ric.calc_check_digit(f"{body}0")
    finding = check_uscc(number)
    assert finding is not None and (finding.key, finding.severity) == ("code-uscc-person", "error")
    assert number not in finding.says("zh-Hans") + finding.remedy("en") + str(finding)


@given(BODY)
def test_the_check_agrees_with_an_independent_one(body: str) -> None:
    check = uscc.calc_check_digit(body)
    assert check_uscc(body + check) is None
    wrong = "1" if check == "0" else "0"
    finding = check_uscc(body + wrong)
    assert finding is not None and finding.key in ("code-uscc-check", "code-uscc-person")


@pytest.mark.parametrize("code", ["450202", "450222100", "450222100201", "４５０２０２", "LZ-001", "gx.lz.01", "A1"])
def test_a_place_has_a_national_code_or_the_offices_own(code: str) -> None:
    assert is_place_code(code)


@pytest.mark.parametrize(
    "code", ["", "45", "4502021", "45020210020", "4502022100201", "三江", "-A", "A--1", "A 1", "１a", "x" * 41]
)
def test_anything_else_is_no_place_code(code: str) -> None:
    assert not is_place_code(code)
