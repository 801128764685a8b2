"""What an office enters wrongly or not at all: named, with a remedy, by the command and the page, in each language."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from decimal import Decimal
from html import unescape

import pytest
from click.testing import CliRunner
from django.test import Client
from tests.exchange.test_opening import agreed
from tests.ledger.cast import enter

from concentric.config.commands.pair import command
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import LANGS
from concentric.ledger.actor import Actor
from concentric.ledger.writer import Writer
from concentric.match import needs, offers, runs
from concentric.match.models import Need, Offer, Run
from concentric.prove.book import adopt_book
from concentric.register.models import Organisation, Place, RosterEntry

from .town import BOOK, DAY, Town, book, build

TAGS = re.compile(r"<[^>]+>")
SIZED = BOOK.replace("continuity = 50\n", "continuity = 50\nsize = 10\n")
BARE = re.sub(r"\[category\.\w+\]\n.*\n.*\n", "", BOOK)


def adds(*records: Callable[[Town], object]) -> Callable[[Town], None]:
    """Enters what is made of the town's roots."""

    def change(town: Town) -> None:
        for make in records:
            enter(town.office, lambda w, make=make: w.add(make(town)))  # type: ignore[misc]

    return change


def nowhere(town: Town) -> None:
    """A village in a county of which nobody knows the centre."""

    def change(writer: Writer) -> None:
        county = writer.add(Place(code="450299", name="无心县", level="county"))
        town.roots["V9"] = writer.add(Organisation(number="V9", name="无心村", kind="village", place_id=county))

    enter(town.office, change)
    town.need("N9", "V9", "skills")


def nothing(town: Town) -> None:
    """All offers are over."""
    for each in Offer.objects.in_force():
        gone = Offer(number=each.number, organisation_id=each.organisation_id, programme_id=each.programme_id,
                     category=each.category, since=DAY.replace(year=2020), until=DAY)  # fmt: skip
        enter(town.office, lambda w, root=each.root, gone=gone: offers.correct(w, root, gone, "用完"))  # type: ignore[misc]


def homeless(town: Town) -> None:
    """A need of an organisation without a place."""
    root = enter_one(town, Organisation(number="X1", name="无址单位", kind="enterprise"))
    one = Need(number="N8", organisation_id=root, category="skills", since=DAY)
    enter(town.office, lambda w: needs.state(w, one))


def enter_one(town: Town, record: Organisation) -> object:
    made: list[object] = []
    enter(town.office, lambda w: made.append(w.add(record)))
    return made[0]


def off_the_earth(town: Town) -> None:
    def change(writer: Writer) -> None:
        place = Place(code="450222109", name="颠倒镇", level="township", parent_id=town.roots["450222"],
                      latitude=Decimal("109.3"), longitude=Decimal("24.6"))  # fmt: skip
        root = writer.add(place)
        town.roots["V8"] = writer.add(Organisation(number="V8", name="颠倒村", kind="village", place_id=root))

    enter(town.office, change)
    town.need("N7", "V8", "skills")


def twice(town: Town) -> None:
    entry = RosterEntry(number="K8", roster_id=town.roots["key"], member_id=town.roots["V1"], since=DAY)
    enter(town.office, lambda w: w.add(entry))


def roads(town: Town) -> None:
    town.need("N6", "V1", "roads")


REFUSED = [
    ("an unknown category", BOOK, roads, "villages", ("“roads”", "N6"), "改正这一行的类别"),
    ("no place", BOOK, homeless, "villages", ("X1", "无址单位"), "填上所在地"),
    ("no centre of the county", BOOK, nowhere, "villages", ("450299",), "坐标"),
    ("the wrong way round", BOOK, off_the_earth, "villages", ("V8",), "纬度"),
    ("nobody helps", BOOK, nothing, "villages", ("没有",), "登记"),
    ("no categories", BARE, lambda town: None, "villages", ("手册里没有帮扶类别",), "[category"),
    ("no size", SIZED, lambda town: None, "villages", ("规模",), "size"),
    ("no roster", BOOK.replace('"key"', '"none"'), lambda town: None, "commissioners", ("none",), "名册"),
    (
        "no posts",
        BOOK.replace('posts = "特派员"', 'posts = "省长"'),
        lambda town: None,
        "commissioners",
        ("省长",),
        "任职",
    ),
]


@pytest.mark.parametrize(("text", "spoil", "programme", "said", "remedy"), [each[1:] for each in REFUSED],
                         ids=[each[0] for each in REFUSED])  # fmt: skip
def test_it_is_named_with_a_remedy_and_nothing_is_entered(
    office: Actor, text: str, spoil: Callable[[Town], None], programme: str, said: tuple[str, ...], remedy: str
) -> None:
    town = build(office)
    adopt_book(office, text)
    spoil(town)
    told = {}
    for lang in LANGS:
        asked = [programme, "--on", DAY.isoformat(), "--lang", lang]
        done = CliRunner().invoke(command, asked, standalone_mode=False)
        told[lang] = done.output
        assert done.return_value == 1 and "-remedy" not in done.output and "match-" not in done.output, done.output
    assert all(each in told["zh-Hans"] for each in said) and remedy in told["zh-Hans"], told["zh-Hans"]
    assert len(set(told.values())) == 3
    desk = Client(headers={"accept-language": "zh-CN", "host": "127.0.0.1"})
    begun = desk.post("/pairing/begin", {"programme": programme, "on": DAY.isoformat()})
    page = desk.get(begun["Location"])
    for _ in range(300):
        if "Refresh" not in page:
            break
        time.sleep(0.05)
        page = desk.get(begun["Location"])
    text = unescape(TAGS.sub(" ", page.content.decode()))
    assert all(each in text for each in said) and remedy in text and not Run.objects.exists()


def test_what_stands_in_is_said_beside_the_result(office: Actor) -> None:
    town = build(office)
    adopt_book(office, SIZED)
    for number, size in (("S9", "large"), ("V9", "small")):
        one = Organisation(number=number, name=f"{number}单位", kind="other", place_id=town.roots["450223"],
                           size_class=size)  # fmt: skip
        town.roots[number] = enter_one(town, one)  # type: ignore[assignment]
    town.offer("O9", "S9", "skills")
    town.need("N9", "V9", "skills")
    twice(town)
    for lang, words in (
        ("zh-Hans", ("有 3 个帮扶方没有填规模", "大型", "按所在县的中心计算", "用所在乡镇的代替")),
        ("en", ("3 supporters have no class of size", "large", "the centre of their county stands in")),
        ("zh-Hant", ("有 3 個幫扶方沒有填規模", "大型")),
    ):
        done = CliRunner().invoke(command, ["villages", "--look", "--on", DAY.isoformat(), "--lang", lang])
        assert done.exit_code == 0 and all(each in done.output for each in words), done.output
    listed = CliRunner().invoke(command, ["commissioners", "--look", "--on", DAY.isoformat(), "--lang", "en"])
    assert "more than once (V1)" in listed.output and "Covered 4 of 4" in listed.output


def test_size_counts_where_the_rules_say_so(office: Actor) -> None:
    town = build(office)
    for number, size in (("S9", "large"), ("V9", "micro")):
        one = Organisation(number=number, name=number, kind="other", place_id=town.roots["450223"], size_class=size)
        town.roots[number] = enter_one(town, one)  # type: ignore[assignment]
    town.offer("O9", "S9", "skills")
    town.need("N9", "V9", "skills")
    asked = runs.ask(book(SIZED), office, "villages", DAY, pinned=(("S9", "V9"),))
    found = runs.find(asked)
    parts = found.parts(("S9", "V9"))
    assert (parts.size, parts.classes) == (-30, 3) and parts.total == next(w for s, r, w in found.pairs if r == "V9")
    assert runs.check(runs.keep(office, found)).says == "optimal"


def test_the_command_says_why_and_opens_commitments(office: Actor) -> None:
    town = build(office)
    says = 'weight = 3\ncomes_to = "investment"\nnature = "business"\n'
    adopt_book(office, BOOK.replace("weight = 3\n", says))
    run = runs.keep(office, runs.find(runs.ask(book(), office, "villages", DAY)))
    for lang, words in (("en", "points as a pair"), ("zh-Hans", "需求与资源相合"), ("zh-Hant", "同縣")):
        told = CliRunner().invoke(command, ["why", run.number, "S1:V1", "--lang", lang], standalone_mode=False)
        assert told.return_value == 0 and words in told.output, told.output
    none = CliRunner().invoke(command, ["why", run.number, "S3:V1", "--lang", "en"], standalone_mode=False)
    assert none.return_value == 1 and "has no pair S3:V1" in none.output
    town.paired("P1", "S1", "V1", "agreed")
    for given in ([], ["--set", "amount=100"]):  # before anything that is missing in the form
        early = CliRunner().invoke(command, ["open", "P1", *given], standalone_mode=False)
        assert isinstance(early.exception, Refused) and early.exception.key == "opening-not-agreed"
    number = agreed(town).number
    empty = CliRunner().invoke(command, ["open", number, "--lang", "en"], standalone_mode=False)
    assert empty.return_value == 1 and "amount" in empty.output


def test_how_many_pairs_can_be_kept_is_said_and_errors_come_before_what_was_assumed(office: Actor) -> None:
    town = build(office)
    adopt_book(office, BOOK)
    town.paired("P1", "S2", "V1", "agreed")
    for wish, says in (("1", "1 of the 1 that stand go on"), ("9", "of the 1 that stand at most 1 can")):
        args = ["run", "villages", "--on", DAY.isoformat(), "--look", "--keep-pairs", wish, "--lang", "en"]
        told = CliRunner().invoke(command, args, standalone_mode=False)
        assert told.return_value == 0 and says in told.output, told.output
    args = ["run", "villages", "--on", DAY.isoformat(), "--pin", "S1:V99", "--lang", "en"]
    told = CliRunner().invoke(command, args, standalone_mode=False)
    assert told.return_value == 1 and "V99" in told.output.splitlines()[0], told.output
    told = CliRunner().invoke(command, ["run", "villages", "--pin", "S1", "--lang", "en"])
    assert "“S1” is not a pair. Write the supporter’s number" in told.output, told.output
