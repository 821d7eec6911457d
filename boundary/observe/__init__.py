"""What really happens in a project's transactions?  A pytest plugin that records them.

    pytest -p boundary.observe --boundary-record seen.jsonl [--boundary-project shop]

Those of Django, SQLAlchemy, peewee, Tryton and Frappe are recorded.
`--boundary-drivers` records projects without Django, which ask sqlite3, psycopg, psycopg2 or `databases` by themselves.
`--boundary-server` asks PostgreSQL, too, what a transaction changed: triggers and routines are in no statement.
Every outermost transaction that the application opens becomes one line of `seen.jsonl`: where it was opened, which
tables it wrote, locked and read, by which statements. `seen.statements.jsonl` has the statements outside them.
`boundary.observe.compare` holds a scan against such a recording; `recording` records outside pytest.
Nothing of the application is changed, and these libraries are imported only when a recording starts. The
package needs nothing but the standard library and one of them, so it runs in the environment of any project.
"""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from typing import Any

from boundary.errors import BoundaryError
from boundary.observe.frames import Sources
from boundary.observe.recorder import recorders, recording
from boundary.observe.rows import Recording, read_lines, statements_path

__all__ = ["Recording", "read_lines", "recording", "statements_path"]

KEY = "_boundary_recorder"


def pytest_addoption(parser: Any) -> None:  # noqa: ANN401 - pytest is imported only where it runs
    """Add the plugin's options."""
    group = parser.getgroup("boundary", "record the transactions of a Django or SQLAlchemy project")
    group.addoption("--boundary-record", metavar="FILE.jsonl", help="write the transactions that happen to this file")
    group.addoption("--boundary-project", metavar="NAME", help="the project's name in the recording")
    group.addoption(
        "--boundary-root", metavar="DIR", action="append", help="source root of the application (default: rootdir)"
    )
    group.addoption(
        "--boundary-ignore", metavar="PATTERN", action="append", help="files that are not part of the application"
    )
    group.addoption(
        "--boundary-drivers",
        action="store_true",
        help="record the connections of sqlite3, psycopg, psycopg2 and databases, not Django's",
    )
    group.addoption(
        "--boundary-server",
        action="store_true",
        help="ask PostgreSQL at each commit of SQLAlchemy what was changed, also by triggers, routines and COPY",
    )


def pytest_configure(config: Any) -> None:  # noqa: ANN401 - as above
    """Start recording if a file to record into was named."""
    target = config.getoption("--boundary-record")
    if not target:
        return
    roots = [Path(root) for root in config.getoption("--boundary-root") or [application(config)]]
    missing = [str(root) for root in roots if not root.is_dir()]
    if missing:
        raise usage_error(f"--boundary-root: no such folder: {', '.join(missing)}")
    sources = Sources(roots, config.getoption("--boundary-ignore") or ())
    result = Recording(config.getoption("--boundary-project") or roots[0].resolve().name)
    try:
        drivers, server = config.getoption("--boundary-drivers"), config.getoption("--boundary-server")
        installed = recorders(sources, result, drivers=drivers, server=server)
    except BoundaryError as error:
        raise usage_error(f"--boundary-record: {error}") from error
    path = Path(target).absolute()
    if not hasattr(config, "workerinput"):
        for part in worker_parts(path):
            part.unlink()
    setattr(config, KEY, (result, installed, path))
    end_as_if_interrupted()


def end_as_if_interrupted() -> None:
    """Let a run that is told to stop, as by `timeout`, end like one that somebody interrupts: what it saw is kept."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def application(config: Any) -> Path:  # noqa: ANN401 - as above
    """The folder of the application: pytest's, unless it took that of a recording that is there for its own.

    It looks for its folder before it knows our options, and takes each word that names a file for a test's.
    """
    rootdir, started = Path(config.rootpath), Path(config.invocation_params.dir)
    return rootdir if started.is_relative_to(rootdir) or rootdir.is_relative_to(started) else started


def pytest_sessionfinish(session: Any) -> None:  # noqa: ANN401 - as above
    """Write a worker's share: once its session is finished, pytest-xdist does not wait for it any longer."""
    worker = getattr(session.config, "workerinput", None)
    if worker and hasattr(session.config, KEY):
        result, installed, target = getattr(session.config, KEY)
        for recorder in installed:
            recorder.uninstall()
        result.write(worker_path(target, worker["workerid"]))


def pytest_unconfigure(config: Any) -> None:  # noqa: ANN401 - as above
    """Stop, and write the recording; beside pytest-xdist, join the shares of its workers."""
    if not hasattr(config, KEY) or hasattr(config, "workerinput"):
        return
    result, installed, target = getattr(config, KEY)
    delattr(config, KEY)
    for recorder in installed:
        recorder.uninstall()
    parts = worker_parts(target)
    for part in parts:
        if not part.name.endswith(".statements.jsonl"):
            result.read(part)
    result.write(target)
    for part in parts:
        part.unlink()


def worker_path(target: Path, worker: str) -> Path:
    """Where a worker of pytest-xdist leaves its share."""
    return target.with_name(f"{target.name.removesuffix('.jsonl')}.worker-{worker}.jsonl")


def worker_parts(target: Path) -> list[Path]:
    """All files that workers left, of this run or of one that was killed."""
    return sorted(target.parent.glob(worker_path(target, "*").name))


def usage_error(message: str) -> Exception:
    """An error that pytest prints without a traceback."""
    import pytest  # noqa: PLC0415 - only a test run has pytest

    return pytest.UsageError(message)
