"""The cache is believed only when it is whole, and never stands in the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from boundary.read import store
from boundary.read.code_digests import digest
from boundary.read.store import Store, default_folder

ROOT = Path("/somewhere/shop")
KEY = digest(b"content")


def kept(folder: Path, root: Path = ROOT) -> bytes | None:
    return Store(folder, root).get(KEY)


def keep(folder: Path, blob: bytes = b"facts", key: bytes = KEY) -> Store:
    kept_by = Store(folder, ROOT)
    kept_by.put(key, blob)
    kept_by.save()
    return kept_by


def pack(folder: Path) -> Path:
    (file,) = folder.glob("shop-*/facts-*.pack")
    return file


def test_facts_are_found_again_by_their_key_and_root(tmp_path: Path) -> None:
    keep(tmp_path)
    assert kept(tmp_path) == b"facts"
    assert kept(tmp_path, Path("/elsewhere/shop")) is None
    assert Store(tmp_path, ROOT).get(digest(b"other")) is None


def test_results_are_found_again_by_their_key(tmp_path: Path) -> None:
    Store(tmp_path, ROOT).save_result("key", b"result")
    assert Store(tmp_path, ROOT).load_result("key") == b"result"
    assert Store(tmp_path, ROOT).load_result("other") is None


def test_without_a_folder_nothing_is_kept() -> None:
    nothing = Store(None, ROOT)
    nothing.put(KEY, b"facts")
    nothing.save()
    nothing.save_result("key", b"result")
    assert (nothing.load_result("key"), nothing.notes) == (None, [])


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda _: b"",
        lambda content: content.replace(b"facts", b"fakes"),
        lambda content: b"X" + content[1:],
        lambda _: os.urandom(100),
        lambda _: store._head(b"no pack") + b"no pack",
    ],
)
def test_a_damaged_pack_is_not_believed_and_made_anew(tmp_path: Path, damage: object) -> None:
    keep(tmp_path)
    pack(tmp_path).write_bytes(damage(pack(tmp_path).read_bytes()))  # type: ignore[operator]
    assert kept(tmp_path) is None
    keep(tmp_path)
    assert kept(tmp_path) == b"facts"


def test_a_damaged_result_is_not_believed(tmp_path: Path) -> None:
    Store(tmp_path, ROOT).save_result("key", b"result")
    (file,) = tmp_path.glob("shop-*/result-*.bin")
    file.write_bytes(file.read_bytes()[:-1])
    assert Store(tmp_path, ROOT).load_result("key") is None


def test_another_version_is_another_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path).save_result("key", b"result")
    monkeypatch.setattr(store, "version", lambda *_: "0123456789abcdef0123")
    other = Store(tmp_path, ROOT)
    assert (other.get(KEY), other.load_result("key")) == (None, None)


def test_the_version_is_the_code_itself() -> None:
    assert store.version() != store.version("read/python")
    assert store.version("read/python") == store.version.__wrapped__("read/python")


def test_facts_of_other_branches_stay_for_a_while(tmp_path: Path) -> None:
    old, new = digest(b"old"), digest(b"new")
    keep(tmp_path, b"o" * 10, old)
    keep(tmp_path, b"n" * 10, new)
    assert Store(tmp_path, ROOT).get(old) == b"o" * 10
    keep(tmp_path, b"x" * 5, KEY)
    assert Store(tmp_path, ROOT).get(new) is None


def test_a_run_that_asks_for_a_part_drops_nothing(tmp_path: Path) -> None:
    old = digest(b"old")
    keep(tmp_path, b"o" * 100, old)
    one = Store(tmp_path, ROOT)
    one.put(KEY, b"n")
    one.save(partial=True)
    assert Store(tmp_path, ROOT).get(old) == b"o" * 100


def test_nothing_new_writes_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    before = pack(tmp_path).stat().st_mtime_ns
    again = Store(tmp_path, ROOT)
    again.get(KEY)
    again.save()
    assert pack(tmp_path).stat().st_mtime_ns == before


def test_two_runs_at_once_leave_a_whole_pack(tmp_path: Path) -> None:
    first, second = Store(tmp_path, ROOT), Store(tmp_path, ROOT)
    first.put(digest(b"first"), b"first")
    second.put(KEY, b"facts")
    first.save()
    second.save()
    assert kept(tmp_path) == b"facts"
    assert len(list(tmp_path.rglob("*"))) == 2


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
def test_a_run_that_is_killed_leaves_the_old_pack(tmp_path: Path) -> None:
    keep(tmp_path)
    program = (
        "import os, signal, sys; from pathlib import Path; from boundary.read.store import Store\n"
        "os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "killed = Store(Path(sys.argv[1]), Path(sys.argv[2])); killed.put(b'k', b'v'); killed.save()"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(tmp_path), str(ROOT)], check=False)
    assert ended.returncode == -signal.SIGKILL
    assert kept(tmp_path) == b"facts"
    (left,) = tmp_path.glob("*/tmp-*")
    os.utime(left, (0, 0))
    keep(tmp_path, b"more", digest(b"more"))
    assert not left.exists()


def test_only_the_newest_results_are_kept(tmp_path: Path) -> None:
    for number in range(store.RESULTS_KEPT + 3):
        Store(tmp_path, ROOT).save_result(str(number), b"result")
    assert len(list(tmp_path.glob("*/result-*"))) == store.RESULTS_KEPT


@pytest.mark.parametrize("fault", [PermissionError(13, "Permission denied"), OSError(28, "No space left on device")])
def test_a_cache_that_cannot_be_written_is_a_note(
    tmp_path: Path, fault: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr("tempfile.mkstemp", failing)
    (note,) = keep(tmp_path).notes
    assert note.startswith(f"the cache {tmp_path}")
    assert note.endswith(f"cannot be written: {fault.strerror}")


def test_a_cache_folder_that_is_a_file_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    assert len(keep(tmp_path / "cache").notes) == 1


def test_the_default_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/me")
    monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
    assert default_folder() == Path("/caches/boundary")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert default_folder() == Path("/home/me/.cache/boundary")
