"""What becomes of a repository that changes while it is read?  An answer each time, and the right one once it rests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

import boundary
from boundary import api
from boundary.errors import InputError, NothingExaminedError
from boundary.model.facts import Unreadable
from boundary.model.scan import Scan
from boundary.read.files import SourceFile, load
from tests.check.monolith import FILES

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes in folders")

SCANS = 40
OUTSIDE = "from django.db import models\n\nclass Outside(models.Model):\n    pass\n"
CHANGER = """
import os, shutil, sys, time
from pathlib import Path
from random import Random
root, outside, random = Path(sys.argv[1]), sys.argv[2], Random(0)
texts = [file.read_bytes() for file in root.rglob("*.py")]
paths = sorted(root.rglob("*.py")) + [root / "shop/orders/new.py", root / "new.sql", root / "shop/more/deep/x.py"]

def clear(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)

def change(path):
    kind = random.randrange(10)
    if kind < 4:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(random.choice(texts)[: random.randrange(2000)])
    elif kind == 4:
        clear(path)
    elif kind == 5:
        clear(path), path.symlink_to(outside)
    elif kind == 6:
        clear(path), os.mkfifo(path)
    elif kind == 7:
        clear(path), path.mkdir()
    elif kind == 8:
        path.rename(random.choice(paths))
    else:
        clear(path.parent)

print("started", flush=True)
while True:
    try:
        change(random.choice(paths))
    except OSError:
        pass
    time.sleep(random.random() / 200)
"""


def write(root: Path) -> None:
    for path, text in FILES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def timeless(scan: Scan) -> Scan:
    return msgspec.structs.replace(scan, completeness=msgspec.structs.replace(scan.completeness, seconds=0))


@pytest.mark.slow
def test_every_scan_ends_and_the_last_is_right(tmp_path: Path) -> None:
    root, cache, outside = tmp_path / "monolith", tmp_path / "cache", tmp_path / "outside.py"
    outside.write_text(OUTSIDE)
    write(root)
    expected = timeless(api.scan(root, cache=False, jobs=1))
    changer = subprocess.Popen([sys.executable, "-c", CHANGER, root, outside], stdout=subprocess.PIPE)
    try:
        assert changer.stdout is not None
        changer.stdout.readline()
        scanned = incomplete = 0
        for _ in range(SCANS):
            try:
                found = api.scan(root, cache=cache, jobs=1)
            except (NothingExaminedError, InputError):
                continue
            scanned += 1
            incomplete += bool(found.completeness.unreadable)
            assert "Outside" not in msgspec.json.encode(found).decode()
        assert scanned > SCANS / 2
        assert incomplete
    finally:
        changer.kill()
        changer.wait()
        changer.stdout.close()  # type: ignore[union-attr]
    shutil.rmtree(root)
    write(root)
    assert timeless(api.scan(root, cache=cache, jobs=1)) == expected


def test_a_file_that_has_become_something_else(tmp_path: Path) -> None:
    outside, link, pipe = tmp_path / "outside.py", tmp_path / "link.py", tmp_path / "pipe.py"
    outside.write_text(OUTSIDE)
    link.symlink_to(outside)
    os.mkfifo(pipe)
    started = time.monotonic()
    for place in (link, pipe, tmp_path):
        assert isinstance(load(SourceFile(str(place), place.name)), Unreadable)
    assert time.monotonic() - started < 5


def test_a_file_that_grows_is_read_as_far_as_it_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.py"
    file.write_bytes(b"x = 1\n" * 50)
    true = os.fstat

    def grown(handle: int) -> os.stat_result:
        seen = true(handle)
        with file.open("ab") as stream:
            stream.write(b"y = 2\n" * 50)
        return seen

    monkeypatch.setattr(os, "fstat", grown)
    assert load(SourceFile(str(file), "a.py"), limit=1_000) == file.read_bytes()
    assert str(load(SourceFile(str(file), "a.py"), limit=700)) == "a.py: grew past 0.0007 MB while it was read"


@pytest.mark.slow
def test_what_may_not_be_read(tmp_path: Path) -> None:
    """Root reads everything, unless it lays down that right."""
    root = tmp_path / "monolith"
    write(root)
    before: list[str] = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root reads everything, and there is no setpriv")
        rights = "-dac_override,-dac_read_search"
        before = ["setpriv", "--bounding-set", rights, "--inh-caps", rights]
    (root / "shop/billing").chmod(0)
    (root / "shop/orders/signals.py").chmod(0)
    command = [sys.executable, "-m", "boundary", "scan", str(root), "--no-cache", "-o", str(tmp_path / "scan.json")]
    environment = os.environ | {"PYTHONPATH": str(Path(boundary.__file__).parent.parent)}
    done = subprocess.run([*before, *command], check=False, env=environment, capture_output=True, encoding="utf-8")
    (root / "shop/billing").chmod(0o755)
    assert (done.returncode, "2 unreadable" in done.stderr) == (0, True), done.stderr
    document = msgspec.json.decode((tmp_path / "scan.json").read_bytes(), type=Scan)
    assert [each.file for each in document.completeness.unreadable] == ["shop/billing", "shop/orders/signals.py"]
