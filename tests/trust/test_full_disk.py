"""What becomes of a run that cannot write?  The right answer, or a clear error and the old file: never half of one."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

import boundary
from tests.check.monolith import FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL = Path("/dev/full")
NO_SPACE = "cannot be written: No space left on device"
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from boundary.cli.main import outcome
sys.exit(outcome(sys.argv[2:]))
"""
DAMAGES = 60


def monolith_in(folder: Path) -> Path:
    root = folder / "monolith"
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (root / ".git").mkdir()
    return root


@pytest.fixture
def monolith(tmp_path: Path) -> Path:
    return monolith_in(tmp_path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, with room for nothing but folders and the smallest files."""
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no room on a disk."""
    with contextlib.suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(512))


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def run(*arguments: object, cache: Path, before: tuple[str, ...] = ("-m", "boundary")) -> tuple[int, str, str]:
    """The exit code of a command, and what it said."""
    environment = os.environ | {
        "PYTHONPATH": str(Path(boundary.__file__).parent.parent),
        "XDG_CACHE_HOME": str(cache),
        "CI": "",  # where no baseline is ever written
    }
    command = [sys.executable, *before, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def answer(document: str) -> object:
    """What a document says, without the time that it took."""
    found = json.loads(document)
    del found["completeness"]["seconds"]
    return found


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> object:
    folder = tmp_path_factory.mktemp("expected")
    code, document, _ = run("scan", monolith_in(folder), "--no-cache", cache=folder)
    assert code == 0
    return answer(document)


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="the system has no full device")
@pytest.mark.parametrize("arguments", ["--version", "--help", "schema", "report", "scan", "split", "check"])
def test_stdout_is_full(arguments: str, monolith: Path, tmp_path: Path) -> None:
    paths = [] if arguments.startswith("-") or arguments == "schema" else [str(monolith)]
    environment = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "boundary", arguments, *paths],
            env=environment, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, f"boundary: the output {NO_SPACE}\n")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no full device")
def test_stderr_is_full(tmp_path: Path) -> None:
    with FULL.open("w") as full:
        command = [sys.executable, "-m", "boundary", "report", str(tmp_path / "nothing")]
        assert subprocess.run(command, stdout=full, stderr=full, check=False).returncode == 2


@pytest.mark.slow
@pytest.mark.skipif(not FULL.exists(), reason="the system has no full device")
def test_a_device_is_written_into_and_stays_one(monolith: Path, tmp_path: Path) -> None:
    code, _, told = run("scan", monolith, "-o", FULL, cache=tmp_path)
    assert (code, told) == (2, f"boundary: {FULL}: {NO_SPACE}\n")
    assert not FULL.is_file()


@pytest.mark.slow
def test_a_full_cache_changes_no_answer(monolith: Path, expected: object, small_disk: Path) -> None:
    fill(small_disk)
    for _ in range(2):
        code, document, told = run("scan", monolith, cache=small_disk)
        assert (code, answer(document)) == (0, expected)
        assert NO_SPACE in told
        assert list(small_disk.rglob("tmp-*")) == []


@pytest.mark.slow
def test_an_output_on_a_full_disk_stays_as_it_was(monolith: Path, small_disk: Path, tmp_path: Path) -> None:
    output = small_disk / "scan.json"
    output.write_text("the old one")
    fill(small_disk)
    code, _, told = run("scan", monolith, "-o", output, cache=tmp_path)
    assert (code, told) == (2, f"boundary: {output}: {NO_SPACE}\n")
    assert output.read_text() == "the old one"
    assert sorted(file.name for file in small_disk.iterdir()) == ["ballast", "scan.json"]


@pytest.mark.slow
@pytest.mark.parametrize("first", [True, False])
def test_a_baseline_on_a_full_disk_stays_as_it_was(
    first: bool,  # noqa: FBT001 - a case
    monolith: Path,
    small_disk: Path,
    tmp_path: Path,
) -> None:
    (monolith / ".boundary").symlink_to(small_disk)
    if not first:
        assert run("baseline", "write", monolith, cache=tmp_path)[0] == 0
    before = contents(small_disk)
    fill(small_disk)
    if not first:  # fewer findings: the baseline would shrink
        (monolith / "shop/orders/services.py").write_text("from shop.billing.models import Invoice\n")
    code, _, told = run("baseline", "write", monolith, cache=tmp_path)
    assert code == 2
    assert NO_SPACE in told
    (small_disk / "ballast").unlink()
    assert contents(small_disk) == before


@pytest.mark.slow
@pytest.mark.parametrize("limit", [0, 200, 4_000, 60_000])
def test_files_that_may_not_grow(limit: int, monolith: Path, expected: object, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    cache, output = tmp_path / "cache", tmp_path / "scan.json"
    output.write_text("the old one")
    code, _, told = run(limit, "scan", monolith, "-o", output, cache=cache, before=("-c", LIMITED))
    if code == 0:
        assert answer(output.read_text()) == expected
    else:
        assert (code, output.read_text()) == (2, "the old one")
        assert f"{output}: cannot be written: File too large" in told
    code, document, _ = run("scan", monolith, cache=cache)
    assert (code, answer(document)) == (0, expected)


@pytest.mark.slow
def test_a_cache_folder_that_may_only_be_read(monolith: Path, expected: object, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    code, document, told = run("scan", monolith, cache=small_disk)
    assert (code, answer(document)) == (0, expected)
    assert "cannot be written: Read-only file system" in told


@pytest.mark.slow
def test_a_damaged_cache_changes_no_answer(monolith: Path, tmp_path: Path) -> None:
    from boundary import api

    cache, random = tmp_path / "cache", Random(0)  # noqa: S311 - damages, not secrets
    whole = answer(api.render(api.scan(monolith, cache=cache), "json"))
    for _ in range(DAMAGES):
        for file in cache.rglob("*"):
            if file.is_file() and random.random() < 0.5 and "library" not in file.parent.name:
                content = bytearray(file.read_bytes())
                for _each in range(random.choice((1, 1, 20))):
                    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
                file.write_bytes(content[: random.choice((len(content), random.randrange(len(content))))])
        assert answer(api.render(api.scan(monolith, cache=cache), "json")) == whole
