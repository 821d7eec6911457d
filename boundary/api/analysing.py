"""How is a folder analysed, and a document read?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boundary.api.analyst import Analyst, folder_of, settings_of, untold, with_split
from boundary.errors import InputError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from boundary.api.analyst import Progress
    from boundary.config import Settings
    from boundary.model.scan import Scan


def scan(
    path: str | Path,
    *,
    config: Settings | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    cache: bool | str | Path = True,
    progress: Progress | None = None,
) -> Scan:
    """Read the monolith in the folder `path`, link it and split it, without running any of it.

    `config` is read from the folder when not given. Files are parsed on `jobs` processes, or on any `executor`.
    `cache` may name the folder to keep facts in; False keeps none. `progress` is told how far the work has come.

    Raises `InputError` when `path` is not a folder, `NothingExaminedError` when there is nothing in it to read, and
    `ConfigurationError`. A file that cannot be read is no error: it stands in the document's completeness.
    """
    settings = settings_of(path, config)
    analyst = Analyst(folder_of(path), settings, jobs, executor, cache, progress or untold, splits=True)
    return analyst.scan(analyst.survey())


def load(document: str | Path) -> Scan:
    """Read a scan that was kept: the document of ``boundary scan --format json``.

    Its strict split is made anew when it has none. Raises `InputError` when the file is no such document.
    """
    from boundary.report import json

    try:
        content = Path(document).read_bytes()
    except OSError as error:
        raise InputError(f"{document}: {error.strerror}") from None
    kept = json.parse(content, str(document))
    return kept if kept.splits else with_split(kept)


def compare(
    scanned: Scan,
    recording: str | Path,
    statements: str | Path | None = None,
    format: str = "text",  # noqa: A002 - as the option is called
    *,
    full: bool = False,
) -> str:
    """Hold a scan against a recording of ``pytest -p boundary.observe``: the score, and what was missed.

    `statements` names the file of the statements outside transactions, which stands beside the recording unless given;
    `format` is text or json. Raises `InputError` when a file is no recording.
    """
    from boundary.observe import compare as observed
    from boundary.observe import recorded, statements_path
    from boundary.report import comparison, text

    rows = recorded.transactions(Path(recording))
    beside = statements_path(Path(recording))
    outside = [] if statements is None and not beside.exists() else recorded.statements(Path(statements or beside))
    result = msgspec.convert(observed.compare(scanned, rows, outside), comparison.Score, from_attributes=True)
    if format == "json":
        return comparison.render_json(result)
    return text.render(comparison.outline(result, scanned.completeness, full=full))
