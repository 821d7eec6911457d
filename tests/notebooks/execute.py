"""Runs one notebook in a kernel of this Python and writes what came of it: `python execute.py IN OUT`."""

from __future__ import annotations

import sys
from pathlib import Path


def main(source: Path, target: Path) -> None:
    import nbformat
    from nbclient import NotebookClient

    book = nbformat.read(source, as_version=4)
    client = NotebookClient(
        book, timeout=600, kernel_name="python3", record_timing=False, resources={"metadata": {"path": source.parent}}
    )
    client.execute()
    nbformat.write(book, target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
