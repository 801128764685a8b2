"""What holds for every word file of the house, whoever added it."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import concentric
from concentric.core.terms.words import LANGS, _entries, _pattern, sources

STEMS = sorted(set(sources("zh-Hans")) | set(sources("en")))
SOURCE = Path(concentric.__file__).parent
HALF_WIDTH_IN_HAN = re.compile(r"[\u4e00-\u9fff][,.;:?!()][\u4e00-\u9fff]")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(lang: str, stem: str) -> dict[str, set[str]]:
    """Variables by key; fails on what the parser could not read."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(sources(lang)[stem]).body:
        assert not isinstance(entry, ftl.Junk), f"{lang}/{stem}.ftl: {entry.content}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{lang}/{stem}.ftl says {entry.id.name} twice"
            visitor = Variables()
            visitor.visit(entry)
            found[entry.id.name] = visitor.names
    return found


@pytest.mark.parametrize("stem", STEMS)
def test_a_stem_says_the_same_keys_with_the_same_variables_in_both_languages(stem: str) -> None:
    assert stem in sources("zh-Hans") and stem in sources("en")
    chinese, english = messages("zh-Hans", stem), messages("en", stem)
    assert list(chinese) == list(english)
    assert chinese == english


@pytest.mark.parametrize("stem", STEMS)
def test_every_remedy_belongs_to_something_that_is_said(stem: str) -> None:
    found = messages("zh-Hans", stem)
    for key in found:
        if key.endswith("-remedy"):
            base = key.removesuffix("-remedy")
            assert base in found, f"{key} has no {base}"


def test_no_key_is_said_by_two_stems() -> None:
    keys = [key for stem in STEMS for key in messages("zh-Hans", stem)]
    assert len(keys) == len(set(keys)), sorted(key for key in set(keys) if keys.count(key) > 1)


@pytest.mark.parametrize("stem", STEMS)
def test_chinese_uses_full_width_punctuation_between_characters(stem: str) -> None:
    for line in sources("zh-Hans")[stem].splitlines():
        text = re.sub(r"\s*\{[^{}]*\}\s*", "字", line.partition("=")[2] or line)
        text = re.sub(r"\]\([^()\s]*\)", "]", text)  # where a link of Markdown leads
        assert not HALF_WIDTH_IN_HAN.search(text), line


@pytest.mark.parametrize("lang", LANGS)
def test_every_message_compiles_and_has_text(lang: str) -> None:
    for stem in STEMS:
        for key in messages("en", stem):
            pattern, _ = _pattern(key, lang)
            assert pattern is not None, key


def keys_in_code() -> list[tuple[str, str, bool]]:
    """(where, key, needs a remedy) for every literal key given to say, Finding, or a named refusal."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
    refusals = {"Refused"}
    classes = [node for tree in trees.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    for _ in range(4):
        refusals |= {one.name for one in classes if any(getattr(base, "id", "") in refusals for base in one.bases)}
    found = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            name = getattr(node.func, "id", "")
            key = node.args[0].value
            if isinstance(key, str) and name in {"say", "Finding", *refusals}:
                found.append((f"{path.relative_to(SOURCE)}:{node.lineno}", key, name != "say"))
    return found


def test_every_key_written_in_the_code_has_words_and_what_is_wrong_has_a_remedy() -> None:
    words = _entries("zh-Hans")
    found = keys_in_code()
    assert found
    missing = [f"{where} {key}" for where, key, _ in found if key not in words]
    missing += [f"{where} {key}-remedy" for where, key, wrong in found if wrong and f"{key}-remedy" not in words]
    assert missing == []
