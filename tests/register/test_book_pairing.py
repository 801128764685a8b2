"""The rules of pairing in a book: what is right is kept, what is wrong is named by its line, with a remedy."""

import pytest

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import LANGS
from concentric.register.book import PairingSpec, QuotaSpec, read_book, shipped

from .test_book import SMALL, good, line_of

PAIRED = (
    SMALL
    + """\

[category.industry]
names = { zh-Hans = "产业", en = "industry" }
weight = 3

[pairing.wells]
roster = "villages-2021"
near = 2000
per_km = 10
minimum = 300
within = "prefecture"
wants = 2
weights = { industry = 5 }
forbidden = [["S1", "V1"]]
pinned = [["S2", "V1"], ["S2", "V1"]]

[pairing.wells.quota.north]
names = { zh-Hans = "北边", en = "north" }
place = "450222"
at_most = 30
"""
)


def test_the_rules_of_a_programme_are_read_with_defaults_for_what_is_unsaid() -> None:
    assert good(PAIRED).pairings == {
        "wells": PairingSpec(
            "wells",
            roster="villages-2021",
            near=2000,
            per_km=10,
            minimum=300,
            within="prefecture",
            wants=2,
            weights={"industry": 5},
            forbidden=(("S1", "V1"),),
            pinned=(("S2", "V1"),),
            quotas=(QuotaSpec("north", {"zh-Hans": "北边", "en": "north"}, "recipients", "450222", None, 30),),
        )
    }
    assert good(SMALL).pairings == {}
    assert {one.kind for one in good(shipped("city")).pairings.values()} == {"pairing", "commissioner"}


@pytest.mark.parametrize(
    ("old", "new", "key", "at"),
    [
        ("[pairing.wells]", "[pairing.well]", "book-not-among-near", "[pairing.well]"),
        ("per_km = 10", "per_km = 0", "book-pairing-too-far", "per_km = 0"),
        ("near = 2000", 'near = "far"', "book-not-whole", 'near = "far"'),
        ('within = "prefecture"', 'within = "city"', "book-not-among-near", 'within = "city"'),
        ("wants = 2", "wants = 0", "book-not-whole", "wants = 0"),
        ("wants = 2", "least = 9", "book-pairing-least", "least = 9"),
        ('roster = "villages-2021"', 'kind = "commissioner"', "book-missing", "[pairing.wells]"),
        ("industry = 5", "industries = 5", "book-not-among-near", "weights = { industries = 5 }"),
        ('[["S1", "V1"]]', '["S1"]', "book-pairing-not-pairs", 'forbidden = ["S1"]'),
        ("at_most = 30", "at_most = 30\nat_least = 31", "book-pairing-least", "at_least = 31"),
        ("at_most = 30", "", "book-pairing-quota-empty", "[pairing.wells.quota.north]"),
        ('place = "450222"', 'place = "north"', "", ""),
        ('\nplace = "450222"\nat', '\nplace = "4502"\nat', "book-place", 'place = "4502"'),
        ("wants = 2", "want = 2", "book-unknown-key-near", "want = 2"),
    ],
)
def test_a_wrong_rule_is_named_by_its_line(old: str, new: str, key: str, at: str) -> None:
    text = PAIRED.replace(old, new)
    assert text != PAIRED
    found: list[Finding] = read_book(text)[1]
    assert [each.key for each in found if each.severity == "error"] == ([key] if key else [])
    if key:
        assert found[0].line == line_of(text, at)
        assert all(found[0].says(lang) and found[0].remedy(lang) for lang in LANGS)
