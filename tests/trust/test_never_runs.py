"""Nothing of the analysed code is imported or executed, and no connection is opened: proven under tracers.

Every file of the repository would leave a mark if it ran: modules that shadow libraries among them, files that Python,
pytest and packaging tools load by themselves, hooks and the programs that a repository's git configuration names.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import boundary
from tests.check.monolith import FILES
from tests.check.repository import Repository

MARK = "import os; os.close(os.open({mark!r}, os.O_CREAT | os.O_WRONLY))\n"
TEMPTING = (
    "setup.py conftest.py sitecustomize.py usercustomize.py __main__.py noxfile.py more.py msgspec.py sqlglot.py "
    "libcst.py click.py json.py typing.py ast.py encodings.py tests/conftest.py shop/__main__.py shop/ready.py "
    "shop/newer.py plugin.py boundary_plugin.py"
)
"""What somebody's tool would load by its name."""
PACKAGED = """
[build-system]
requires = []
build-backend = "plugin"
backend-path = ["."]
[project.entry-points."boundary"]
plugin = "boundary_plugin:load"
[tool.pytest.ini_options]
addopts = "-p plugin"
"""
TRACER = '''
import sys
log, repository, arguments = sys.argv[1], sys.argv[2], sys.argv[3:]
HOOK = """
import os, sys
def hook(event, given, open_=os.open, write=os.write, flags=os.O_APPEND | os.O_CREAT | os.O_WRONLY):
    bad = event.startswith(("socket.", "ftplib.", "urllib.", "http.", "smtplib.", "os.system", "os.exec", "os.spawn"))
    if event == "exec":
        bad = str(getattr(given[0], "co_filename", "")).startswith(REPOSITORY)
    elif event == "import":
        bad = str(given[1] or "").startswith(REPOSITORY)
    elif event == "subprocess.Popen":
        bad = os.path.basename(str(given[0])) not in ("git", os.path.basename(sys.executable))
    elif event == "open" and str(given[0]).startswith(REPOSITORY):
        bad = bool(given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    elif event == "ctypes.dlopen":
        bad = str(given[0]).startswith(REPOSITORY)
    if bad:
        write(open_(LOG, flags), f"{event} {given!r}\\\\n".encode())
sys.addaudithook(hook)
""".replace("REPOSITORY", repr(repository)).replace("LOG", repr(log))
exec(HOOK)
from boundary.read import isolated
isolated._START = HOOK + isolated._START  # the processes that read files are watched like this one
from boundary.cli.main import outcome
sys.exit(outcome(arguments))
'''


@pytest.fixture
def marked(tmp_path: Path) -> tuple[Repository, Path]:
    """A repository whose every file leaves a mark when it runs, and the mark."""
    mark = tmp_path / "mark"
    line = MARK.format(mark=str(mark))
    files = {path: line + text if path.endswith(".py") else text + PACKAGED for path, text in FILES.items()}
    files |= {path: line for path in TEMPTING.split() if path not in files}
    files["shop/newer.py"] += "type Number = int\n" + "x = 1\n" * 10
    repository = Repository(tmp_path / "repository", files)
    evil = tmp_path / "evil.sh"
    evil.write_text(f"#!/bin/sh\ntouch {mark}\n")
    evil.chmod(0o755)
    repository.write({"shop/later.py": line})
    for key in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand", "filter.x.smudge"):
        repository.git("config", key, str(evil))
    repository.git("config", "log.showSignature", "true")
    shutil.copy(evil, repository.folder / ".git/hooks/post-index-change")
    mark.unlink(missing_ok=True)  # git itself may have run its monitor
    return repository, mark


def run(repository: Repository, tmp_path: Path, arguments: list[str], *before: str) -> tuple[int, str]:
    """The exit code of a traced run, started in the repository, and what the tracer complains of."""
    tracer, log = tmp_path / "tracer" / "trace.py", tmp_path / "log"
    tracer.parent.mkdir(exist_ok=True)
    tracer.write_text(TRACER, encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": str(Path(boundary.__file__).parent.parent),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    command = [*before, sys.executable, str(tracer), str(log), str(repository.folder), *arguments]
    done = subprocess.run(command, cwd=repository.folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, log.read_text(encoding="utf-8") if log.exists() else ""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["scan", ".", "--no-cache", "-o", "{outside}"], {0}),
        (["report", ".", "--format", "markdown", "-o", "{outside}"], {0}),
        (["check", ".", "--base", "HEAD"], {0, 1}),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_nothing_of_the_repository_runs(
    marked: tuple[Repository, Path], arguments: list[str], codes: set[int], tmp_path: Path
) -> None:
    repository, mark = marked
    given = [each.format(outside=tmp_path / "output") for each in arguments]
    code, complaints = run(repository, tmp_path, given)
    assert complaints == ""
    assert code in codes
    assert not mark.exists()


def test_the_tracer_would_see_it(marked: tuple[Repository, Path], tmp_path: Path) -> None:
    """The proof proves something: a run that imports from the repository is caught, by the tracer and by the mark."""
    repository, mark = marked
    breach = (
        "import sys; sys.path.insert(0, '.'); import plugin; del sys.path[0]; import socket; socket.socket().close()"
    )
    traced = TRACER.replace("from boundary.cli.main", f"{breach}\nfrom boundary.cli.main")
    (tmp_path / "breach.py").write_text(traced, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(boundary.__file__).parent.parent)}
    command = [sys.executable, str(tmp_path / "breach.py"), str(tmp_path / "log"), str(repository.folder), "--version"]
    subprocess.run(command, cwd=repository.folder, env=environment, capture_output=True, check=True)
    seen = (tmp_path / "log").read_text(encoding="utf-8")
    assert "socket.__new__" in seen
    assert "exec (" in seen
    assert mark.exists()


@pytest.mark.slow
@pytest.mark.may_skip  # containers can forbid tracing
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_system_sees_no_connection_and_no_other_program(marked: tuple[Repository, Path], tmp_path: Path) -> None:
    repository, mark = marked
    trace = tmp_path / "strace"
    strace = ("strace", "-f", "-qq", "-o", str(trace), "-e", "trace=execve,socket,connect,bind")
    code, complaints = run(repository, tmp_path, ["check", ".", "--base", "HEAD"], *strace)
    if not trace.exists() or "execve(" not in trace.read_text(errors="replace"):
        pytest.skip("processes may not be traced here")
    calls = [line.split(None, 1)[1] for line in trace.read_text(errors="replace").splitlines()]
    started = {call.split('"')[1].rpartition("/")[2] for call in calls if call.startswith("execve(") and "= 0" in call}
    assert started <= {"git", Path(sys.executable).name, Path(sys.executable).resolve().name}
    assert [call for call in calls if call.startswith(("socket(", "connect(", "bind(")) and "AF_UNIX" not in call] == []
    assert code in {0, 1}
    assert complaints == ""
    assert not mark.exists()


@pytest.mark.slow
def test_started_in_the_repository_as_a_module(marked: tuple[Repository, Path], tmp_path: Path) -> None:
    """`python -m boundary` puts the folder that it is started in before all others."""
    repository, mark = marked
    (repository.folder / "typing.py").unlink()  # what Python loads before a program of ours has begun
    environment = os.environ | {
        "PYTHONPATH": str(Path(boundary.__file__).parent.parent),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
    }
    command = [sys.executable, "-m", "boundary", "scan", ".", "-o", str(tmp_path / "scan.json")]
    done = subprocess.run(command, cwd=repository.folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "0 unreadable" in done.stderr) == (0, True)
    assert not mark.exists()
