"""Help, and what is said of wrong use, in three languages."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from concentric.config import cli, speaking
from concentric.config.speaking import said, table

HAN = re.compile("[\u4e00-\u9fff]")
FILE = Path(speaking.__file__).with_name("help.zh-Hans.toml")


def texts(command: click.Command) -> Iterator[str]:
    """What a command and everything in it say of themselves."""
    told = [command.help, *(getattr(parameter, "help", None) for parameter in command.params)]
    yield from (" ".join(text.split()) for text in told if text)
    if isinstance(command, click.Group):
        for one in command.commands.values():
            yield from texts(one)


def all_texts() -> set[str]:
    return {
        text
        for stem in cli.COMMANDS.values()
        for text in texts(importlib.import_module(f"concentric.config.commands.{stem}").command)
    }


def test_every_command_and_option_explains_itself_in_chinese_too_and_nothing_else_is_translated() -> None:
    held = tomllib.loads(FILE.read_text(encoding="utf-8"))
    assert set(held["commands"]) == all_texts()
    assert all(HAN.search(text) for text in table().values())


def test_what_click_fills_in_is_filled_in_in_chinese_as_well() -> None:
    held = tomllib.loads(FILE.read_text(encoding="utf-8"))["click"]
    for english, chinese in held.items():
        names = set(re.findall(r"\{(\w+)", english))
        assert set(re.findall(r"\{(\w+)", chinese)) <= names, english


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_in_chinese_has_no_english_sentence(name: str, run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hans")
    code, out, _ = run(name, "--help")
    assert code == 0 and "用法" in out and "显示这段说明" in out
    for line in out.splitlines():
        assert not re.search(r"[a-z]+ [a-z]+ [a-z]+", line), line


def test_help_is_in_the_language_that_was_asked_for(run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("CONCENTRIC_LANG", "en")
    english = run("import", "--help")[1]
    assert "Only say what would happen." in english and not HAN.search(english)
    assert "只说明会怎样，不录入。" in run("import", "--help", "--lang", "zh-Hans")[1]
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hant")
    traditional = run("review", "--help")[1]
    assert "起草、定稿" in traditional and "寫" in traditional and "写" not in traditional
    assert "默認：8000" in run("serve", "--help")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["import"], "缺少参数"),
        (["nonsense"], "没有命令 nonsense"),
        (["verify", "--nonsense"], "没有选项 --nonsense"),
        (["serve", "--port", "0"], "不在范围"),
        (["serve", "--port", "x"], "不是数"),
        (["verify", "--against", "/nowhere/at-all"], "/nowhere/at-all 不存在"),
        (["verify", "--lang", "fr"], "不在"),
        (["lookback", "plan", "--until", "x"], "不合格式"),
        (["verify", "more"], "多出参数"),
    ],
    ids=str,
)
def test_wrong_use_is_told_in_chinese(words: list[str], told: str, run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hans")
    code, _, err = run(*words)
    assert code == 2 and told in err and "错误：" in err


def test_a_text_without_words_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONCENTRIC_LANG", "zh-Hans")
    assert said("no such text") == "no such text" and said("Found a led...") == "建立账本。"
