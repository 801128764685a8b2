"""The `concentric` command. Each subcommand is a file in `commands/`, loaded when it is called."""

from __future__ import annotations

import importlib
import sys

import click

from concentric.config.commands._common import chosen_language, quietly
from concentric.config.failing import INTERRUPTED, WRONG_USE, why_not
from concentric.config.speaking import speak
from concentric.core.terms.findings import Refused
from concentric.core.terms.words import say

COMMANDS = {
    "init": "init",
    "account": "account",
    "book": "book",
    "template": "template",
    "import": "import_",
    "map": "map",
    "waiting": "waiting",
    "due": "due",
    "tray": "tray",
    "undo": "undo",
    "figures": "figures",
    "check": "check",
    "review": "review",
    "lookback": "lookback",
    "evidence": "evidence",
    "erase": "erase",
    "doubles": "doubles",
    "pair": "pair",
    "verify": "verify",
    "checkpoint": "checkpoint",
    "synth": "synth",
    "upgrade": "upgrade",
    "serve": "serve",
    "demo": "demo",
}


class Lazy(click.Group):
    """A group that imports a subcommand only when it is asked for: help and errors stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"concentric.config.commands.{COMMANDS[name]}")
        command: click.Command = module.command
        command.name = name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = chosen_language(None)
        with formatter.section(say("command-list", lang)):
            formatter.write_dl([(name, say(f"command-{name}", lang)) for name in COMMANDS])


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(package_name="concentric", help="Show the version and exit.")
def concentric() -> None:
    """同心 Concentric"""


def main() -> None:
    """Run the command. Exit codes: 0 good, 1 findings, 2 wrong use, 3 not done, 130 interrupted.

    1 means findings and nothing else: whoever waits for a code must not take a full disk for a finding.
    """
    quietly()
    speak()
    try:
        code = concentric.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(WRONG_USE)
    except Refused as refused:
        _tell(refused)
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        # The reader of a pipe went away; Python would print a traceback while flushing.
        sys.stderr.close()
        sys.exit(0)
    except Exception as fault:
        not_done, code = why_not(fault)
        _tell(not_done)
        sys.exit(code)


def _tell(refused: Refused) -> None:
    lang = chosen_language(None)
    click.echo(f"{refused.says(lang)}\n{refused.remedy(lang)}", err=True)
