"""The lists and clocks of a book: what is right is kept, what is wrong is named by its line."""

from datetime import date

import pytest

from concentric.core.terms.findings import Finding
from concentric.core.terms.words import LANGS
from concentric.keep.models import COMMITMENT_KINDS
from concentric.keep.models import NATURES as KEPT_NATURES
from concentric.register.book import CalendarSpec, read_book
from concentric.register.book.lists import COMMITMENTS, NATURES

from .test_book import SMALL, complaints, good, line_of

LISTED = (
    SMALL
    + """\

[calendar]
code = "cn"
off = [2021-04-14, 2021-04-15]
work = [2021-04-17]

[deadline.problem]
names = { zh-Hans = "问题答复", en = "problem answered" }
kind = "problem"
step = "answered"
working_days = 5

[deadline.problem-urgent]
names = { zh-Hans = "紧急问题答复", en = "urgent problem answered" }
kind = "problem"
urgency = "urgent"
step = "answered"
working_days = 0

[follow-up.answers]
names = { zh-Hans = "答复回访", en = "answers looked back on" }
kind = "case"
step = "answered"
outcomes = ["solved"]
after = [30, 180]
again = 365

[class.land]
names = { zh-Hans = "用地", en = "land" }

[category.industry]
names = { zh-Hans = "产业", en = "industry" }
weight = 3

[adoption.city]
names = { zh-Hans = "市级", en = "city" }
points = 5
cumulates = false

[scheme.unity]
names = { zh-Hans = "示范市", en = "demonstration city" }
threshold = 90
years = 5
"""
)

OTHER = """[category.trade]
names = { zh-Hans = "商贸", en = "trade" }
aliases = { en = ["Industry"] }
"""


def test_a_book_with_lists_and_clocks_says_what_was_written() -> None:
    book = good(LISTED)
    assert book.calendar.off == (date(2021, 4, 14), date(2021, 4, 15)) and not book.calendar.made().is_working(
        date(2021, 4, 14)
    )
    assert book.calendar.made().is_working(date(2021, 4, 17))
    plan = book.plans["answers"]
    assert (plan.outcomes, plan.after, plan.again, plan.window) == (("solved",), (30, 180), 365, 30)
    lists = book.lists
    assert lists["class"]["land"].names["en"] == "land" and lists["category"]["industry"].weight == 3
    assert (lists["adoption"]["city"].points, lists["adoption"]["city"].cumulates) == (5, False)
    assert (lists["scheme"]["unity"].threshold, lists["scheme"]["unity"].years) == (90, 5)
    assert lists["setting"] == {}


def test_what_a_category_comes_to_is_declared_and_is_a_kind_of_commitment() -> None:
    declared = 'weight = 3\ncomes_to = "investment"\nnature = "business"\naliases = { zh-Hans = ["产业帮扶"] }'
    one = good(LISTED.replace("weight = 3", declared)).lists["category"]["industry"]
    assert (one.comes_to, one.nature, one.aliases) == ("investment", "business", {"zh-Hans": ("产业帮扶",)})
    assert good(LISTED).lists["category"]["industry"].comes_to == ""
    assert set(COMMITMENTS) == set(COMMITMENT_KINDS) and set(NATURES) == set(KEPT_NATURES)


def test_an_urgency_goes_before_the_deadline_of_every_other() -> None:
    book = good(LISTED)
    assert book.working_days("answered", "problem") == 5
    assert book.working_days("answered", "problem", "urgent") == 0
    assert book.working_days("answered", "problem", "complaint") == 5
    assert book.working_days("answered", "opinion") is None


def test_a_book_without_lists_has_the_official_calendar_and_nothing_else() -> None:
    book = good()
    assert book.calendar == CalendarSpec() and book.deadlines == {} and book.plans == {}
    assert not any(book.lists.values())


@pytest.mark.parametrize(
    ("old", "new", "piece", "key"),
    [
        ('code = "cn"', 'code = "cm"', 'code = "cm"', "book-calendar"),
        ("off = [2021-04-14, 2021-04-15]", 'off = ["14 April"]', "14 April", "book-not-days"),
        ("off = [2021-04-14, 2021-04-15]", "off = [2021-04-14T09:00:00]", "09:00", "book-not-days"),
        ("work = [2021-04-17]", "work = [2021-04-14]", "[calendar]", "book-day-twice"),
        ('kind = "problem"\nurgency', 'kind = "problems"\nurgency', "problems", "book-not-among-near"),
        ('urgency = "urgent"', 'urgency = "rgent"', 'urgency = "rgent"', "book-not-among-near"),
        ('urgency = "urgent"\n', "", "[deadline.problem-urgent]", "book-deadline-taken"),
        ("working_days = 5", "working_days = -1", "working_days = -1", "book-not-whole"),
        ("working_days = 5\n", "", "[deadline.problem]", "book-missing"),
        ('kind = "case"', 'kind = "honour"', "honour", "book-not-among"),
        ('step = "answered"\noutcomes', 'step = "closed"\noutcomes', "outcomes", "book-outcomes-unwanted"),
        ('outcomes = ["solved"]', 'outcomes = ["resolved"]', "resolved", "book-not-among-near"),
        ("outcomes = [\"solved\"]", "outcomes = []", "outcomes", "book-not-a-list"),
        ("after = [30, 180]", "after = [180, 30]", "after", "book-after"),
        ("after = [30, 180]", "after = []", "after", "book-after"),
        ("after = [30, 180]", "after = [0]", "after", "book-after"),
        ("again = 365", 'again = "yes"', "again", "book-not-whole"),
        ("[category.industry]", "[class.site]\nnames = { zh-Hans = \"用地\", en = \"site\" }\n[category.industry]",
         'en = "site"', "book-name-taken"),
        ("[class.land]", "[class.Land]", "[class.Land]", "book-code"),
        ("weight = 3", "weight = 3\npoints = 2", "points = 2", "book-unknown-key"),
        ("weight = 3", "weight = 2.5", "weight", "book-not-whole"),
        ("weight = 3", 'comes_to = "moneys"', "comes_to", "book-not-among-near"),
        ("weight = 3", "comes_to = 3", "comes_to", "book-not-text"),
        ("weight = 3", 'nature = "charity"', "nature", "book-not-among"),
        ("weight = 3", 'aliases = { en = "trade" }', 'en = "trade" }', "book-not-a-list"),
        ("weight = 3", 'aliases = { fr = ["métier"] }', "métier", "book-unknown-key"),
        ("[category.industry]", OTHER + "[category.industry]", 'names = { zh-Hans = "产业"', "book-name-taken"),
        ('en = "land" }', 'en = "land" }\ncomes_to = "money"', "comes_to", "book-unknown-key"),
        ("cumulates = false", 'cumulates = "no"', "cumulates", "book-not-truth"),
        ("threshold = 90", "threshhold = 90", "threshhold", "book-unknown-key-near"),
        ('names = { zh-Hans = "示范市", en = "demonstration city" }', 'names = { zh-Hans = "示范市" }', "示范市",
         "book-missing-language"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_lists_and_clocks_is_named_by_its_line(old: str, new: str, piece: str, key: str) -> None:
    assert LISTED.count(old) == 1, old
    text = LISTED.replace(old, new)
    assert (line_of(text, piece), key) in complaints(text)
    findings: list[Finding] = read_book(text)[1]
    assert all(finding.says(lang) and finding.remedy(lang) for finding in findings for lang in LANGS)


PLACES = (
    SMALL
    + """\

[place.450222]
names = { zh-Hans = "柳城县", en = "Liucheng" }
"""
)


def test_a_place_is_called_by_the_book_in_other_languages_and_as_it_was_entered_in_its_own() -> None:
    book = good(PLACES)
    said = {lang: book.place_name("450222", "柳城县（新）", lang) for lang in LANGS}
    assert said == {"zh-Hans": "柳城县（新）", "zh-Hant": "柳城縣", "en": "Liucheng"}
    assert book.place_name("450223", "鹿寨县", "en") == "鹿寨县"


def test_a_place_that_has_no_code_of_a_place_is_refused() -> None:
    text = PLACES.replace("place.450222", "place.45022")
    assert complaints(text) == [(line_of(text, "[place.45022]"), "book-place")]
