"""The plugin's options, its errors, and what it does beside pytest-xdist."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from boundary.errors import InputError
from boundary.observe import Recording, application, read_lines, recording, statements_path
from boundary.observe.__main__ import main
from boundary.observe.frames import Site, Sources
from boundary.observe.touched import Touch
from tests.observe.conftest import DATA, record


def test_without_a_library_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "django.db.transaction", None)
    monkeypatch.setitem(sys.modules, "sqlalchemy.event", None)
    with (
        pytest.raises(InputError, match="needs Django in the environment that runs the tests"),
        recording(tmp_path / "x.jsonl", project="x", roots=[tmp_path]),
    ):
        pass


def test_without_a_library_pytest_stops_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]")
    for name in ("django", "sqlalchemy"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
    done = record(tmp_path / "x.jsonl", project=tmp_path, first=str(tmp_path))
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "ERROR: --boundary-record: recording transactions needs Django" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_root_must_exist(tmp_path: Path) -> None:
    done = record(tmp_path / "x.jsonl", "--boundary-root", "nowhere")
    assert "--boundary-root: no such folder: nowhere" in done.stderr


@pytest.mark.slow
def test_workers_of_xdist_write_one_recording(recorded: Path, tmp_path: Path) -> None:
    target = tmp_path / "seen.jsonl"
    done = record(target, "--boundary-project", "notes", "-n2")
    assert done.returncode == 0, done.stdout
    alone = {str(row["tx"]): (row["writes"], row["reads"], row["locks"]) for row in read_lines(recorded)}
    together = {str(row["tx"]): (row["writes"], row["reads"], row["locks"]) for row in read_lines(target)}
    assert together == alone
    assert {path.name for path in tmp_path.iterdir()} == {"seen.jsonl", "seen.statements.jsonl"}


@pytest.mark.slow
def test_a_run_that_is_told_to_stop_keeps_what_it_saw(tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]")
    (tmp_path / "shop.py").write_text(
        "import sqlite3\nconn = sqlite3.connect(':memory:')\nconn.execute('CREATE TABLE orders (x)')\n"
        "def place():\n    conn.execute('INSERT INTO orders VALUES (1)')\n    conn.commit()\n"
    )
    (tmp_path / "test_shop.py").write_text(
        "import os, shop, signal, time\n"
        "def test_it():\n    shop.place()\n    os.kill(os.getpid(), signal.SIGTERM)\n    time.sleep(60)\n"
    )
    target = tmp_path / "seen.jsonl"
    done = record(target, "--boundary-drivers", project=tmp_path, first=str(tmp_path))
    assert done.returncode == pytest.ExitCode.INTERRUPTED, done.stdout + done.stderr
    assert [row["writes"] for row in read_lines(target)] == [["orders"]]


@pytest.mark.slow
def test_a_script_is_recorded_without_pytest(tmp_path: Path) -> None:
    target = tmp_path / "seen.jsonl"
    command = [sys.executable, "-m", "boundary.observe", str(target), "--", "manage.py", "test", "tests"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, cwd=DATA, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = read_lines(target)
    assert rows[0]["project"] == "data"
    assert {"block", "implicit", "Create.dispatch"} <= {row["tx"]["func"] for row in rows}


def test_a_script_that_fails_keeps_its_exit_code(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import sys; sys.exit(7)")
    assert main([str(tmp_path / "seen.jsonl"), "--", str(tmp_path / "script.py")]) == 7
    assert (tmp_path / "seen.jsonl").exists()


@pytest.mark.slow
def test_a_script_that_is_told_to_stop_keeps_what_it_saw(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text("import os, signal, time; os.kill(os.getpid(), signal.SIGTERM); time.sleep(60)")
    command = [
        sys.executable,
        "-m",
        "boundary.observe",
        str(tmp_path / "seen.jsonl"),
        "--",
        str(tmp_path / "script.py"),
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run(command, env=environment, check=False).returncode == 130
    assert (tmp_path / "seen.jsonl").exists()


def test_a_recording_reads_what_it_wrote(tmp_path: Path) -> None:
    first = Recording("x")
    seen = first.observed({"file": "a.py", "line": 1, "func": "f", "kind": "with", "entered": Site("b.py", 2, "g")})
    seen.statements.add((Site("a.py", 3, "f"),), Touch("insert", "t"))
    seen.outcomes["commit"] += 1
    first.outside.add((Site("a.py", 9, "h"),), Touch("select", "u"))
    first.write(tmp_path / "one.jsonl")
    second = Recording("x")
    for _ in range(2):
        second.read(tmp_path / "one.jsonl")
    second.write(tmp_path / "two.jsonl")
    (row,) = read_lines(tmp_path / "two.jsonl")
    assert (row["count"], row["writes"], row["statements"][0]["n"]) == (2, ["t"], 2)
    assert row["tx"]["entered"] == {"file": "b.py", "line": 2, "func": "g"}
    (outside,) = read_lines(statements_path(tmp_path / "two.jsonl"))
    assert outside["statement"]["n"] == 2


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("shop/models.py", "application"),
        ("shop/tests/factories.py", "test"),
        ("shop/test_models.py", "test"),
        ("shop/tests_cache.py", "test"),
        ("conftest.py", "test"),
        ("shop/migrations/0001_initial.py", "test"),
        ("shop/legacy/old.py", "test"),
        ("env/lib/site-packages/django/db/models/query.py", "library"),
        ("shop/templates/page.html", "library"),
        ("../elsewhere/models.py", "library"),
    ],
)
def test_what_a_file_is(tmp_path: Path, file: str, kind: str) -> None:
    assert Sources([tmp_path], ["shop/legacy/*"]).place(str(tmp_path / file)).kind == kind


@pytest.mark.parametrize(
    ("rootdir", "started", "expected"),
    [
        ("work/shop", "work/shop", "work/shop"),
        ("work/shop", "work/shop/orders", "work/shop"),
        ("work/shop", "work", "work/shop"),
        ("recordings", "work/shop", "work/shop"),
    ],
)
def test_the_folder_of_a_recording_is_not_that_of_the_application(rootdir: str, started: str, expected: str) -> None:
    config = SimpleNamespace(rootpath=Path(rootdir), invocation_params=SimpleNamespace(dir=Path(started)))
    assert application(config) == Path(expected)
