"""`concentric book` and `concentric review` as a coordinator types them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.prove.town import BOOK, Town

from concentric.config.cli import concentric
from concentric.ledger.actor import Actor
from concentric.ledger.positions import size


def run(*words: str) -> Result:
    """One command, in this process."""
    result = CliRunner().invoke(concentric, words, standalone_mode=False)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The small town's book as a file."""
    path = tmp_path / "town.toml"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_a_good_book_is_counted_and_a_broken_one_is_told_by_line(office: Actor, file: Path) -> None:
    good = run("book", "check", str(file), "--lang", "en")
    assert good.return_value == 0
    assert "2 circles, 3 programmes, 8 indicators" in good.output
    file.write_text(BOOK.replace('hue = "tj"', 'hue = "tk"'), encoding="utf-8")
    broken = run("book", "check", str(file), "--lang", "en")
    assert broken.return_value == 1
    assert "“town.toml”, line 18" in broken.output


def test_a_book_is_adopted_once_and_printed_as_it_was_given(office: Actor, file: Path) -> None:
    assert run("book", "adopt", str(file)).return_value == 0
    before = size()
    again = run("book", "adopt", str(file), "--lang", "en")
    assert "nothing was changed" in again.output
    assert size() == before
    assert run("book", "show").output == BOOK
    file.write_text(BOOK.replace("[circle.near]", "[circle.near"), encoding="utf-8")
    assert run("book", "adopt", str(file)).return_value == 1
    assert size() == before


def test_a_file_that_is_no_text_is_refused_with_a_remedy(office: Actor, file: Path) -> None:
    file.write_bytes("小城".encode("gb18030"))
    with pytest.raises(Exception, match="book-file-unreadable"):
        run("book", "check", str(file))


def test_a_review_is_drafted_edited_frozen_listed_and_written_out(office: Actor, tmp_path: Path) -> None:
    town = Town(office)
    town.pair("p1", "chamber", "upper")
    town.state("shops", "52000")
    text = tmp_path / "text.md"
    drafted = run("review", "draft", "--out", str(text))
    assert drafted.return_value == 0 and "9 个数字" in drafted.output
    text.write_text(text.read_text(encoding="utf-8").replace("小城的一年", "小城这一年"), encoding="utf-8")
    frozen = run("review", "freeze", str(text))
    assert frozen.return_value == 0
    assert "small-town.zh-Hans.public.1" in frozen.output
    assert "schools" in frozen.output  # printed as unknown, and said so
    assert "没有另立新版" in run("review", "freeze", str(text)).output
    town.state("schools", "9")
    assert "更正 1 处" in run("review", "list").output
    document = tmp_path / "review.docx"
    assert run("review", "word", "small-town.zh-Hans.public.1", str(document)).return_value == 0
    assert document.read_bytes()[:2] == b"PK"


def test_a_text_that_refers_to_nothing_is_not_frozen(office: Actor, tmp_path: Path) -> None:
    Town(office)
    text = tmp_path / "text.md"
    text.write_text('# 题\n\n{{ figure "shop" }}\n', encoding="utf-8")
    before = size()
    refused = run("review", "freeze", str(text), "--lang", "en")
    assert refused.return_value == 1
    assert "“text.md”, line 3" in refused.output and "Did you mean “shops”?" in refused.output
    assert size() == before
