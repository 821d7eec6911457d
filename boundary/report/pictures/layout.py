"""Who lays a picture out?  The `dot` program where it is installed, else the renderer that the extra `pictures` brings.

A layout that takes long is given up: a reader gets the text of the picture rather than nothing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from boundary.errors import NotDrawnError

PATIENCE = 20.0
"""Seconds that a layout may take."""

SHARPNESS = 144
"""Dots per inch of a bitmap: twice what was laid out, so that it is sharp on every screen."""

ADVICE = "install graphviz (its program is called dot), or pip install 'boundary-contexts[pictures]'"


def laid_out(source: str, format: str, sharpness: int = SHARPNESS) -> bytes:  # noqa: A002 - the option's name
    """The picture that DOT text describes, as "svg", or as "png" with so many dots an inch. Raises `NotDrawnError`."""
    program = _program()
    if program is None:
        raise NotDrawnError(f"no program that draws is installed: {ADVICE}")
    dots = [f"-Gdpi={sharpness}"] if format == "png" else []
    try:
        done = subprocess.run(  # noqa: S603 - a program that the user has installed
            [program, f"-T{format}", *dots],
            input=source.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotDrawnError(f"{Path(program).name} took more than {PATIENCE:.0f} seconds to lay it out") from None
    except OSError as error:
        raise NotDrawnError(f"{Path(program).name} cannot be run: {error.strerror}") from None
    if done.returncode != 0 or not done.stdout:
        raise NotDrawnError(f"{Path(program).name} could not draw it: {_first_line(done.stderr)}")
    return done.stdout


def _program() -> str | None:
    """`dot`, else the renderer from PyPI, which pip puts beside this Python even where that is not on the path."""
    beside = str(Path(sys.executable).parent)
    return shutil.which("dot") or shutil.which("graphviz-pure") or shutil.which("graphviz-pure", path=beside)


def _first_line(told: bytes) -> str:
    lines = told.decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else "it did not say why"
