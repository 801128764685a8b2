"""What can't be carried out is told in words, and its exit code is never that of findings."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from concentric.config.commands import verify as verify_command
from concentric.config.commands._common import setup
from concentric.ledger.actor import Actor
from concentric.ledger.lock import alone

HAN = range(0x4E00, 0x9FFF)


def run(home: Path, *words: str, **variables: str) -> tuple[int, str, str]:
    """One command as an office runs it: in a process of its own."""
    own = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env = own | {"CONCENTRIC_HOME": str(home), "CONCENTRIC_LANG": "en"} | variables
    program = [sys.executable, "-c", "from concentric.config.cli import main; main()", *words]
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=env, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "nonsense"), ("CONCENTRIC_TIME_ZONE", "Mars/Base"), ("CONCENTRIC_DEBUG", "perhaps")],
)
def test_a_wrong_setting_is_named_and_is_wrong_use(tmp_path: Path, name: str, value: str) -> None:
    code, _, err = run(tmp_path, "verify", **{name: value})
    assert code == 2 and name in err and "docs/settings.md" in err and "Traceback" not in err
    _, _, err = run(tmp_path, "verify", **{name: value, "CONCENTRIC_LANG": "zh-Hans"})
    assert name in err and any(ord(sign) in HAN for sign in err)


def test_a_setting_that_is_set_to_nothing_is_not_set(tmp_path: Path) -> None:
    home = tmp_path / "100%23 of #it?"
    words = ("init", "--origin", "a.example/c", "--title", "示例市", "--office", "办公室")
    code, _, err = run(home, *words, DATABASE_URL="", CONCENTRIC_HOSTS="", CONCENTRIC_SECRET="")
    assert code == 0, err
    assert (home / "ledger.sqlite3").exists()  # and not in a folder whose name was read as a part of an address


def test_a_home_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, err = run(tmp_path / "file" / "home", "verify")
    assert code == 3 and str(tmp_path / "file") in err and "Traceback" not in err


def test_a_database_that_is_away_is_told(tmp_path: Path) -> None:
    gone = f"sqlite:///{tmp_path}/gone/ledger.sqlite3"
    code, _, err = run(tmp_path, "account", "list", DATABASE_URL=gone)
    assert code == 3 and "database" in err and "Traceback" not in err


def test_a_full_disk_is_no_finding(office: Actor, run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(verify_command, "setup", full)
    code, _, err = run("verify", "--lang", "en")
    assert code == 3 and "disk is full" in err


def test_who_interrupts_a_command_is_not_told_of_wrong_use(office: Actor, run, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verify_command, "setup", interrupted)
    assert run("verify")[0] == 130


def test_words_that_the_terminal_could_not_spell_are_told(office: Actor, run) -> None:  # type: ignore[no-untyped-def]
    words = ("account", "open", "x\udcff", "--role", "office", "--organisation", "OFFICE", "--lang", "en")
    code, _, err = run(*words)
    assert code == 2 and "UTF-8" in err


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_told_before_anything_is_made(tmp_path: Path, command: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, _, err = run(tmp_path / "home", command, "--port", str(port))
    assert code == 2 and f"Port {port} is taken" in err and f"--port {port + 1}" in err
    assert not (tmp_path / "home").exists()


def test_the_second_of_two_first_commands_after_an_update_changes_no_table(
    ledger_db: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = iter([["to do"], []])
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: next(plans))
    with alone():  # asked for again by the same thread, as a command that waits does when its turn comes
        setup()
    assert next(plans, None) is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_entry")
