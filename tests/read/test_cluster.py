"""Is a monolith read on a cluster as it is here?  A real one of Dask, with workers in processes of their own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
import pytest

from boundary import api
from boundary.read import parallel
from tests.benchmarks.scale.plant import plant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from boundary.model.scan import Scan


class Client(Protocol):
    """What is used of Dask's client, which is only partly annotated."""

    def get_executor(self) -> Executor: ...

    def run(self, function: Callable[[], int]) -> dict[str, int]: ...

    def close(self) -> None: ...


distributed = pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore"),  # what a cluster says of itself while it starts and stops
]
WORKERS = 3
CLUSTER = Path(__file__).parents[2] / "samples" / "cluster"


@pytest.fixture(scope="module")
def monolith(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("cluster") / "monolith"
    plant(root, 9_000)
    return root


@pytest.fixture(scope="module")
def expected(monolith: Path) -> Scan:
    return timeless(api.scan(monolith, cache=False, jobs=1))


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "REMOTE_BYTES", 10_000)


@pytest.fixture
def client() -> Iterator[Client]:
    with (
        distributed.LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def timeless(scan: Scan) -> Scan:
    return msgspec.structs.replace(scan, completeness=msgspec.structs.replace(scan.completeness, seconds=0))


def test_several_workers_give_the_same_answer(client: Client, monolith: Path, expected: Scan) -> None:
    with distributed.get_task_stream(client) as stream:
        found = api.scan(monolith, cache=False, executor=client.get_executor())
    assert timeless(found) == expected
    assert len({task["worker"] for task in stream.data}) == WORKERS


def test_a_worker_that_is_killed_loses_nothing(client: Client, monolith: Path, expected: Scan) -> None:
    workers = list(client.run(os.getpid).values())
    killed: list[int] = []

    def progress(stage: str, *_: object) -> None:
        if stage == "reading" and not killed:
            os.kill(workers[0], signal.SIGKILL)
            killed.append(workers[0])

    found = api.scan(monolith, cache=False, executor=client.get_executor(), progress=progress)
    assert timeless(found) == expected
    assert killed


def test_a_cluster_that_goes_away_loses_nothing(
    client: Client, monolith: Path, expected: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "SILENCE", 2)  # now and then it says nothing of what it had still to do
    executor = client.get_executor()

    def progress(stage: str, *_: object) -> None:
        if stage == "reading":
            client.close()

    assert timeless(api.scan(monolith, cache=False, executor=executor, progress=progress)) == expected


def test_the_sample(monolith: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(CLUSTER / "spread.py"), str(monolith)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "THE STRICT SPLIT" in done.stdout


def test_the_page_shows_what_the_sample_does() -> None:
    page = (CLUSTER / "README.md").read_text(encoding="utf-8")
    assert "executor=client.get_executor()" in page
    assert "executor=client.get_executor()" in (CLUSTER / "spread.py").read_text(encoding="utf-8")
