"""A tree is read whole: from the cache what is known, in parallel what is new, and nothing makes it fail."""

from __future__ import annotations

from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

from boundary.errors import InputError, NothingExaminedError
from boundary.read import parallel
from boundary.read.sources import Sources, read_library, read_survey, read_tree, survey
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path

SHOP = {
    "shop/__init__.py": "",
    "shop/orders.py": "from shop.stock import take\n\n\ndef order():\n    take(1)\n",
    "shop/stock.py": "def take[T](x: T):\n    pass\n",
    "shop/schema.sql": "create table orders (id int);",
}
BAD = {
    "bad/latin.py": b"# a comment\nname = '\xe9'\n",
    "bad/null.py": b"a = 1\n\0",
    "bad/syntax.py": b"def f(:\n",
    "bad/old.py": b"import a\nprint 'x'\n",
    "bad/deep.py": b"x = " + b"(" * 10_000,
    "bad/large.py": b"#" * 5_000_001,
    "bad/strange.py": b"# coding: klingon\n",
}
REASONS = [
    "bad/deep.py:1: syntax error: too many nested parentheses",
    "bad/large.py: is larger than 5 MB (5.0 MB)",
    "bad/latin.py:2: byte 0xe9 at position 20 is not UTF-8, and the file declares no other encoding",
    "bad/null.py:2: has a NUL byte at position 6, so it is no source text",
    "bad/old.py:2: looks like Python 2: Missing parentheses in call to 'print'. Did you mean print(...)?",
    "bad/strange.py:1: declares the encoding klingon, which Python does not know",
    "bad/syntax.py:1: syntax error: invalid syntax",
]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return grow(tmp_path / "root", SHOP)


@pytest.fixture
def in_parallel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "FEW_FILES", 0)
    monkeypatch.setattr(parallel, "FEW_BYTES", 0)
    monkeypatch.setattr(parallel, "BATCH_BYTES", 50)


def assert_shop(sources: Sources) -> None:
    """What SHOP says is there."""
    modules = {module.name: module for module in sources.modules}
    assert list(modules) == ["shop", "shop.orders", "shop.stock"]
    assert modules["shop"].is_package
    assert modules["shop.orders"].file == "shop/orders.py"
    assert (modules["shop.orders"].facts.lines, modules["shop.orders"].facts.calls) == (6, 1)
    (sql,) = sources.sql
    assert (sql.name, sql.file) == ("shop.schema.sql", "shop/schema.sql")
    assert [change.action for change in sql.facts.changes] == ["create table"]


def unreadable(sources: Sources) -> list[str]:
    return [str(each) for each in sources.unreadable]


def test_read(shop: Path) -> None:
    sources = read_tree(shop, cache=False)
    assert_shop(sources)
    assert (sources.files, sources.cached, sources.unreadable, sources.notes) == (3, 0, [], [])


def test_bad_files_are_named_and_the_rest_is_intact(shop: Path) -> None:
    sources = read_tree(grow(shop, BAD), cache=False)
    assert_shop(sources)
    assert unreadable(sources) == REASONS


@pytest.mark.usefixtures("in_parallel")
def test_read_in_parallel(shop: Path) -> None:
    told: list[tuple[int, int]] = []
    sources = read_tree(grow(shop, BAD), cache=False, jobs=2, progress=lambda done, total: told.append((done, total)))
    assert_shop(sources)
    assert unreadable(sources) == REASONS
    assert told[-1] == (10, 10)


class _Broken(ThreadPoolExecutor):
    """An executor whose workers are gone."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401 - as in the standard library
        future: Future[Any] = Future()
        future.set_exception(ConnectionError("the cluster is gone"))
        return future


class _Closed(ThreadPoolExecutor):
    """An executor that takes no work any more."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401 - as in the standard library
        raise RuntimeError("cannot schedule new futures after shutdown")


class _Silent(ThreadPoolExecutor):
    """An executor that takes all work and is never heard of again."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401 - as in the standard library
        return Future()


@pytest.mark.parametrize("kind", [ThreadPoolExecutor, _Broken, _Closed, _Silent])
def test_read_on_any_executor(shop: Path, kind: type[ThreadPoolExecutor], monkeypatch: pytest.MonkeyPatch) -> None:
    if kind is _Silent:
        monkeypatch.setattr(parallel, "SILENCE", 0.01)
    with kind(1) as executor:
        assert_shop(read_tree(shop, cache=False, executor=executor))


@pytest.mark.slow
def test_read_on_processes(shop: Path) -> None:
    # a fork of a process with threads, as pytest-xdist has, may wait for ever for a lock that one of them held
    with ProcessPoolExecutor(1, get_context("spawn")) as executor:
        assert_shop(read_tree(shop, cache=False, executor=executor))


def test_what_is_known_is_not_read_again(shop: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_tree(grow(shop, BAD), cache=cache)
    grow(shop, {"shop/new.py": "x = 1\n", "moved.py": SHOP["shop/orders.py"]})
    read: list[str] = []
    read_all = parallel.read_all

    def noted(work: list[Any], *rest: Any) -> list[Any]:  # noqa: ANN401 - passed on
        read.extend(job.file for job in work)
        return read_all(work, *rest)

    monkeypatch.setattr("boundary.read.sources.read_all", noted)
    second = read_tree(shop, cache=cache)
    assert read == ["shop/new.py"]
    assert (first.cached, second.cached) == (0, second.files - 1)
    assert unreadable(second) == REASONS
    assert [module.name for module in second.modules] == ["moved", "shop", "shop.new", "shop.orders", "shop.stock"]


def test_the_cache_never_changes_an_answer(shop: Path, cache: Path) -> None:
    fresh, kept, none = (read_tree(shop, cache=where) for where in (cache, cache, False))
    assert (fresh.cached, kept.cached, none.cached) == (0, 3, 0)
    assert_shop(fresh)
    assert_shop(kept)
    assert fresh.digest == kept.digest == none.digest


def test_a_cache_that_cannot_be_written_is_a_note(shop: Path, cache: Path) -> None:
    cache.touch()
    sources = read_tree(shop, cache=cache)
    assert_shop(sources)
    assert len(sources.notes) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"shop/orders.py": "changed"},
        {"shop/more.py": ""},
        {"shop/schema.sql": "drop table orders"},
        {"shop/bad.py": b"#" * 5_000_001},
        {".gitignore": "stock.py"},
    ],
)
def test_the_digest_tells_whether_anything_has_changed(shop: Path, change: dict[str, str | bytes]) -> None:
    before = survey(shop, cache=False).digest
    assert survey(shop, cache=False).digest == before
    assert survey(grow(shop, change), cache=False).digest != before


def test_the_digest_does_not_depend_on_the_place(shop: Path, tmp_path: Path) -> None:
    assert survey(shop, cache=False).digest == survey(grow(tmp_path / "b", SHOP), cache=False).digest


def test_a_survey_knows_results_of_earlier_runs(shop: Path, cache: Path) -> None:
    first = survey(shop, cache=cache)
    first.store.save_result(first.digest, b"the report")
    second = survey(shop, cache=cache)
    assert second.store.load_result(second.digest) == b"the report"


def test_a_single_file(shop: Path) -> None:
    (module,) = read_tree(shop / "shop/orders.py", cache=False).modules
    assert (module.name, module.file) == ("shop.orders", "orders.py")


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingExaminedError, match=r"no Python or SQL files below it$"):
        read_tree(grow(tmp_path, "README.md"), cache=False)
    with pytest.raises(NothingExaminedError, match="2 are left out by the settings"):
        read_tree(grow(tmp_path, "tests/a.py tests/b.sql"), cache=False)
    with pytest.raises(InputError):
        read_tree(tmp_path / "missing", cache=False)


def test_only_sql_is_something(tmp_path: Path) -> None:
    sources = read_tree(grow(tmp_path, {"a.sql": "select 1"}), cache=False)
    assert (sources.modules, len(sources.sql)) == ([], 1)


def test_an_ending_that_others_use_too_speaks_sql_or_says_nothing(tmp_path: Path) -> None:
    files = {"a.pkb": "create package body a as procedure p is begin delete from t; end; end;", "b.tps": "<xml/>"}
    held = {one.file: one.facts for one in read_tree(grow(tmp_path, files), cache=False).sql}
    assert [len(held["a.pkb"].routines), held["a.pkb"].dialect] == [1, "oracle"]
    assert [held["b.tps"].total, held["b.tps"].notes] == [0, ()]


def test_a_migration_is_read_that_changes_nothing_but_orders_others(tmp_path: Path) -> None:
    files = {
        "app/migrations/a.py": "revision = 'a'\ndown_revision = ('b', 'c')\n\ndef upgrade():\n    pass\n",
        "app/migrations/0001_b.py": "class Migration:\n    operations = [RunPython(f)]\n",
        "app/main.py": "",
    }
    assert [one.file for one in read_tree(grow(tmp_path, files), cache=False).migrations] == ["app/migrations/a.py"]


def test_facts_that_nest_too_deeply_to_be_decoded_are_a_reason(shop: Path) -> None:
    sources = read_tree(grow(shop, {"shop/deep.py": "x" + ".a" * 3000}), cache=False)
    assert_shop(sources)
    assert [(each.file, each.reason) for each in sources.unreadable] == [
        ("shop/deep.py", "nests deeper than can be read")
    ]


def test_a_library_is_read_as_it_lies(tmp_path: Path) -> None:
    grow(tmp_path, {".gitignore": "*", "django/db/models.py": "class Model: ...\n", "django/test/client.py": ""})
    library = read_library(tmp_path, cache=False).modules
    assert [(module.name, module.library) for module in library] == [
        ("django.db.models", True),
        ("django.test.client", True),
    ]


def test_reading_twice_gives_the_same(shop: Path) -> None:
    surveyed = survey(shop, cache=False)
    assert_shop(read_survey(surveyed))
