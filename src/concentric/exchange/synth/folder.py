"""The story as a folder of workbooks, with a list of who enters which one when."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from concentric.core.terms.words import say
from concentric.exchange.synth.scene import Scene
from concentric.exchange.synth.writing import write

LIST = "scenes.csv"


def file_name(scene: Scene) -> str:
    """The name of a scene's file: they sort by time."""
    if scene.workbook is None:
        raise ValueError(f"{scene.key} has no file")
    return f"{scene.at:%Y%m%d-%H%M}-{scene.workbook.name}.xlsx"


def write_folder(
    scenes: Sequence[Scene], folder: Path, lang: str = "zh-Hans", *, progress: Callable[[int, int], None] | None = None
) -> int:
    """Write every workbook of `scenes` into `folder`, and the list beside them. Returns the number of workbooks."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    # With a byte order mark: without it Excel takes the Chinese in a .csv for something else.
    with (folder / LIST).open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(say(f"synth-list-{name}", lang) for name in ("at", "account", "channel", "what", "file", "rows"))
        for done, scene in enumerate(scenes, start=1):
            name, rows = "", ""
            if scene.workbook is not None and scene.action == "import":
                name, rows = file_name(scene), str(scene.workbook.rows())
                write(scene.workbook, folder / name, lang)
                count += 1
            what = say(scene.note, lang)
            table.writerow((f"{scene.at:%Y-%m-%d %H:%M}", scene.account, scene.channel, what, name, rows))
            if progress is not None:
                progress(done, len(scenes))
    return count
