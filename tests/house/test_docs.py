"""Documentation that can fail: commands and settings are documented where people look for them."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest

import concentric
from concentric.config.cli import COMMANDS
from concentric.core.courses import COURSES
from concentric.core.terms.words import LANGS, say

HOUSE = Path(concentric.__file__).parent
DOCS = HOUSE.parent.parent / "docs"
VARIABLE = re.compile(r"""["'](CONCENTRIC_[A-Z_]+|DATABASE_URL)["']""")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_there_and_has_words_in_every_language(name: str) -> None:
    command = importlib.import_module(f"concentric.config.commands.{COMMANDS[name]}").command
    assert isinstance(command, click.Command) and command.help
    said = [say(f"command-{name}", lang) for lang in LANGS]
    assert said[0] != said[2] and len(said[2]) > 10


def test_every_file_of_a_command_is_a_command() -> None:
    files = {path.stem for path in (HOUSE / "config" / "commands").glob("*.py")}
    assert {name for name in files if not name.startswith("_")} == set(COMMANDS.values())


def variables() -> set[str]:
    return {name for path in HOUSE.rglob("*.py") for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("page", ["settings.md", "zh-CN/settings.md"])
def test_every_setting_is_documented_and_every_documented_setting_is_read(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `(CONCENTRIC_[A-Z_]+|DATABASE_URL)` \|", text, re.MULTILINE))
    assert documented == variables() and len(documented) >= 7


def test_the_settings_list_their_own_variables() -> None:
    text = (HOUSE / "config" / "settings.py").read_text(encoding="utf-8")
    words = text.split('"""')[1]
    assert {name for name in VARIABLE.findall(text) if name not in words} == set()


@pytest.mark.parametrize("page", ["courses.md", "zh-CN/courses.md"])
def test_every_step_of_every_course_is_documented(page: str) -> None:
    named = set(re.findall(r"`([a-z-]+)`", (DOCS / page).read_text(encoding="utf-8")))
    assert {step for course in COURSES.values() for step in course.steps} <= named


COMMAND = re.compile(r"^(?:\$ )?(?:\S*/)?concentric (.*)$|`concentric ([^`\n]+)`", re.MULTILINE)


def options_of(words: list[str]) -> set[str]:
    """The options of the command that some words name; KeyError for a command that there is none of."""
    command = importlib.import_module(f"concentric.config.commands.{COMMANDS[words[0]]}").command
    rest = words[1:]
    while isinstance(command, click.Group) and rest and rest[0] in command.commands:
        command, rest = command.commands[rest[0]], rest[1:]
    # A group may pass what it doesn't know to one of its commands, as `pair villages` does.
    known = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    return {"--help"} | {name for one in known for parameter in one.params for name in parameter.opts}


def test_every_command_in_the_documentation_is_one_that_the_program_has() -> None:
    wrong, count = [], 0
    for path in (*DOCS.rglob("*.md"), *DOCS.parent.glob("README*.md")):
        for found in COMMAND.finditer(path.read_text(encoding="utf-8")):
            line = (found[1] or found[2]).split(" #")[0]
            words, count = line.replace("；", " ").split(), count + 1
            named = {word.split("=")[0] for word in words if re.fullmatch(r"--[a-z-]+(=.*)?", word)}
            if words[0] not in COMMANDS or not named <= options_of(words):
                wrong.append(f"{path.name}: {line}")
    assert wrong == [] and count > 200


def test_links_between_documents_lead_somewhere() -> None:
    for path in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.relative_to(DOCS)} points to {target}"


def test_no_two_decisions_share_a_number() -> None:
    numbers = [path.name[:4] for path in (DOCS / "decisions").glob("[0-9]*.md")]
    assert len(numbers) == len(set(numbers)) and len(numbers) >= 10


def outline(page: Path) -> list[int]:
    """The levels of a page's headings, in their order."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def test_every_page_has_its_chinese_sibling_with_the_same_headings() -> None:
    chinese = DOCS / "zh-CN"
    pages = [path for path in DOCS.rglob("*.md") if not {"zh-CN", "decisions"} & set(path.relative_to(DOCS).parts)]
    siblings = {path: chinese / path.relative_to(DOCS) for path in pages}
    assert [path.name for path, sibling in siblings.items() if not sibling.exists()] == []
    assert [path.name for path, sibling in siblings.items() if outline(path) != outline(sibling)] == []
    assert set(chinese.rglob("*.md")) == set(siblings.values()) and len(pages) > 100
