"""How do the commands answer, where do they write, and with which code do they end?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from boundary import __version__, api
from boundary.cli.main import outcome
from boundary.cli.progress import ProgressLine
from boundary.errors import BoundaryError, ConfigurationError, InputError, NothingExaminedError

SHOP = Path(__file__).parent.parent / "report" / "golden" / "report.json"
LAST = (
    "9 files, 1 unreadable; 94 % of calls and 66 % of SQL (postgres) understood; "
    "3 blind spots inside transactions; 0.2 s\n"
)
HEAVY = ("networkx", "sqlglot", "libcst", "jinja2", "rich", "graphviz", "numpy", "tomllib", "concurrent.futures")


def boundary(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "boundary", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["report", "--help"], ["schema", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    script = f"import sys; from boundary.cli.main import outcome; assert outcome({arguments}) == 0;"
    script += f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_the_version_is_told_before_click_is_loaded() -> None:
    script = "import sys, atexit; from boundary.cli.start import run;"
    script += "atexit.register(lambda: print('click' in sys.modules, file=sys.stderr)); run(['--version'])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (f"boundary {__version__}\n", "False\n")
    assert outcome(["--version"]) == 0


def test_a_piped_report_does_not_load_rich() -> None:
    script = f"import sys; from boundary.cli.main import outcome; outcome(['report', {str(SHOP)!r}]);"
    script += "print('rich' in sys.modules, 'libcst' in sys.modules, 'sqlglot' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr == "False False False\n"


@pytest.mark.parametrize("arguments", [["report", str(SHOP)], ["explain", "place_order", "--in", str(SHOP)]])
def test_the_last_line_is_the_completeness_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(arguments) == 0
    captured = capsys.readouterr()
    assert captured.out.endswith("\n\n" + LAST)
    assert captured.err == ""


@pytest.mark.parametrize("arguments", [["scan", str(SHOP)], ["report", str(SHOP), "--format", "json"]])
def test_a_document_is_all_that_goes_to_stdout(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(arguments) == 0
    captured = capsys.readouterr()
    assert captured.out == SHOP.read_text(encoding="utf-8")
    assert captured.err == LAST


@pytest.mark.parametrize("command", [["scan"], ["report"], ["report", "-f", "markdown"]])
def test_output_file(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "result"
    file.write_text("what was there before")
    file.chmod(0o640)
    assert outcome([*command, str(SHOP), "-o", str(file)]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", LAST)
    assert "orders_order" in file.read_text(encoding="utf-8")
    assert [one.name for one in tmp_path.iterdir()] == ["result"]
    assert os.name != "posix" or file.stat().st_mode & 0o777 == 0o640


def test_an_output_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["scan", str(SHOP), "-o", str(tmp_path / "no" / "such" / "folder.json")]) == 2
    assert "cannot be written: No such file or directory" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["report", "no/such/place"], 2, "'no/such/place' does not exist"),
        (["report", "--format", "dance"], 2, "'dance' is not one of"),
        (["dance"], 2, "No such command 'dance'"),
        (["report", str(Path(__file__))], 2, "not a boundary/1 document"),
        (["explain", "orders_odrer", "--in", str(SHOP)], 2, "did you mean orders_order"),
        (["show-config", "--config", "no/such.toml"], 3, "no/such.toml: cannot be read"),
        (["--version"], 0, ""),
    ],
)
def test_exit_codes(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(arguments) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (InputError("not a folder"), 2, "boundary: not a folder\n"),
        (BoundaryError("bad \x1b[31mname"), 2, "boundary: bad \\x1b[31mname\n"),
        (ConfigurationError("x.toml: no"), 3, "boundary: x.toml: no\n"),
        (NothingExaminedError("nothing"), 3, "boundary: nothing\n"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (ZeroDivisionError("by 0"), 4, "boundary: unexpected ZeroDivisionError: by 0\nPlease report this"),
    ],
)
def test_what_goes_wrong(
    error: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(path: Path) -> None:
        del path
        raise error

    monkeypatch.setattr(api, "load", fail)
    assert outcome(["report", str(SHOP)]) == code
    captured = capsys.readouterr()
    assert captured.err.lstrip().startswith(said)
    assert "Traceback" not in captured.err


@pytest.mark.parametrize("arguments", [["--debug", "report", str(SHOP)], ["report", str(SHOP), "--debug"]])
def test_debug_shows_the_traceback(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(api, "load", lambda _path: 1 // 0)
    assert outcome(arguments) == 4
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise there")
def test_a_closed_pipe_ends_quietly() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "boundary", "report", str(SHOP)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_schema_and_settings_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert outcome(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$ref"] == "#/$defs/Scan"
    (tmp_path / "boundary.toml").write_text('sql-dialect = "oracle"\n')
    assert outcome(["show-config", str(tmp_path)]) == 0
    captured = capsys.readouterr()
    assert 'sql-dialect = "oracle"' in captured.out
    assert captured.err == f"settings from {tmp_path / 'boundary.toml'}\n"


def test_a_terminal_without_unicode_gets_escapes(tmp_path: Path) -> None:
    document = tmp_path / "scan.json"
    document.write_text('{"root": "größe", "tables": [{"name": "表"}]}', encoding="utf-8")
    done = boundary("report", str(document), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.startswith("gr\\xf6\\xdfe: 1 table")


def test_progress_is_silent_off_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boundary.cli.progress.PATIENCE", 0.0)
    with ProgressLine() as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("patience", "shown"), [(0.0, "\r\x1b[Kreading 1/2\r\x1b[K"), (60.0, "")])
def test_progress_on_a_terminal(
    patience: float, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boundary.cli.progress.PATIENCE", patience)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with ProgressLine() as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr().err == shown
