"""Core must run where no Django is: in a script, a notebook, a worker."""

import pkgutil
import subprocess
import sys

import pytest

import concentric.core

MODULES = sorted(module.name for module in pkgutil.walk_packages(concentric.core.__path__, "concentric.core."))


def test_there_are_modules_to_try() -> None:
    assert "concentric.core.terms.words" in MODULES


@pytest.mark.parametrize("part", sorted({".".join(name.split(".")[:3]) for name in MODULES}))
def test_importing_every_module_of_a_part_of_core_loads_no_django_and_no_other_room(part: str) -> None:
    modules = [name for name in MODULES if name == part or name.startswith(f"{part}.")]
    program = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        "print(*sorted(n for n in sys.modules if n.split('.')[0] == 'django'"
        " or n.startswith('concentric.') and n.split('.')[1] != 'core'))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
