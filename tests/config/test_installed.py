"""What is installed for an office is enough: nothing that only developers install is needed to keep a ledger."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = """
import sys
from importlib.abc import MetaPathFinder

class Absent(MetaPathFinder):
    names = frozenset(sys.argv[1].split(","))

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"{name} is for developers only", name=name)

sys.meta_path.insert(0, Absent())
from concentric.config.cli import concentric
for words in __import__("json").loads(sys.argv[2]):
    code = concentric.main(words, standalone_mode=False)
    assert not code, (words, code)
"""


def shipped() -> set[str]:
    """The distributions that installing the project brings, by their canonical names."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [Requirement(text) for text in project["dependencies"]]
    found: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        found.add(name)
        try:
            asked = [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:
            continue  # for another system or Python than this one
        for each in asked:
            if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras or {""}):
                waiting.append(each)
    return found


def test_a_year_is_begun_counted_drafted_and_signed_with_nothing_but_what_the_project_asks_for(tmp_path: Path) -> None:
    known = shipped()
    absent = {
        module
        for module, owners in packages_distributions().items()
        if module != "concentric" and not {canonicalize_name(owner) for owner in owners} & known
    }
    assert {"pytest", "hypothesis", "ortools"} <= absent
    assert not absent & {"django", "ibis", "duckdb", "numba"}
    book, workbook = tmp_path / "book.toml", str(tmp_path / "workbook.xlsx")
    book.write_bytes(Path("src/concentric/register/books/city.toml").read_bytes())
    commands = [
        ["init", "--origin", "a.example/c", "--title", "示例市", "--office", "办公室"],
        ["book", "adopt", str(book)],
        ["book", "--to-workbook", str(tmp_path / "book.xlsx")],
        ["template", workbook],
        ["import", workbook],
        ["figures", "--json"],
        ["review", "draft", "--out", str(tmp_path / "review.md")],
        ["verify"],
        ["checkpoint"],
    ]
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(sorted(absent)), json.dumps(commands)],
        capture_output=True,
        text=True,
        check=False,
        env=own | {"CONCENTRIC_HOME": str(tmp_path / "home")},
    )
    assert done.returncode == 0, done.stderr
