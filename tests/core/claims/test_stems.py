"""Words that differ by their endings alone are one word when a text is held against a figure's name."""

import pytest

from concentric.core.claims.concepts import english_concepts, stem


@pytest.mark.parametrize(
    "words",
    [
        "promise promises promised promising",
        "raise raises raised raising",
        "hire hires hired hiring",
        "save saved saving",
        "enrol enrolled enrolling enroll",
        "plan plans planned planning",
        "organise organised organisation organization organizing",
        "staff staffed staffing",
        "leader leaders leadership",
        "apprentice apprentices apprenticeship",
        "programme programmes program",
        "family families",
        "licence license licences",
    ],
)
def test_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("word", ["need", "speed", "thing", "spring", "township", "bus"])
def test_a_word_that_only_looks_like_a_form_is_left_alone(word: str) -> None:
    assert stem(word) == word


def test_what_was_promised_was_pledged() -> None:
    promised, pledged = (dict(english_concepts([stem(word)])).get(0, ()) for word in ("promised", "pledges"))
    assert "@pledge" in promised
    assert "@pledge" in pledged


@pytest.mark.parametrize(
    "words", ["give gave given", "drive drove driven", "rise rose risen", "take took", "invest investment"]
)
def test_an_irregular_past_is_the_same_word(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1
