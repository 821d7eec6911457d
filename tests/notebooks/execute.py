"""Runs one notebook in a kernel of this Python and writes what came of it: `python execute.py IN OUT`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any


def main(source: Path, target: Path) -> None:
    from nbclient import NotebookClient

    formats: Any = importlib.import_module("nbformat")
    book = formats.read(source, as_version=4)
    client = NotebookClient(
        book, timeout=600, kernel_name="python3", record_timing=False, resources={"metadata": {"path": source.parent}}
    )
    client.execute()
    formats.write(book, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
