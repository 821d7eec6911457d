"""How a split is declared in a configuration: patterns, comments kept, nothing overwritten unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from boundary import api, config
from boundary.errors import ConfigurationError, InputError
from boundary.model.patterns import matches_module, matches_table
from boundary.model.scan import Context
from boundary.report.declaration import context_keys
from boundary.report.patterns import module_patterns, table_patterns

from .exports.project import SPLIT, scan

if TYPE_CHECKING:
    from pathlib import Path

COMMENTED = """\
# ours
[tool.other]
key = 1  # kept

[tool.boundary]
exclude = ["old"]  # kept too

[tool.last]
key = 2
"""


@pytest.mark.parametrize(
    ("mine", "others", "patterns"),
    [
        ("orders_order orders_line", "stock_item", ["orders_*"]),
        ("orders_order orders_line", "orders_stock", ["orders_line", "orders_order"]),
        ("orders_order", "stock_item", ["orders_order"]),
        ("a_x a_y b_x b_y c", "d", ["a_*", "b_*", "c"]),
        ("a_b_c a_b_d", "a_e", ["a_b_*"]),
        ("user user_groups user_perms", "order", ["user_*", "user"]),
        ("plain", "", ["plain"]),
    ],
)
def test_tables_are_named_by_what_fits_them_alone(mine: str, others: str, patterns: list[str]) -> None:
    assert table_patterns(mine.split(), [*mine.split(), *others.split()]) == patterns


@pytest.mark.parametrize(
    ("mine", "others", "free", "patterns"),
    [
        ("s.o s.o.a s.o.b", "s.p", "s", ["s.o.**"]),
        ("s.o s.o.a", "s.o.b", "", ["s.o", "s.o.a"]),
        ("s.o.a s.o.b", "s.p", "s.o s", ["s.o.**"]),  # nobody's module goes with its package
        ("s.o.a", "s.p", "s.o s.o.b s", ["s.o.a"]),  # ... unless most of the package is nobody's
        ("s.o", "s.p", "", ["s.o"]),
    ],
)
def test_modules_are_named_by_their_packages(mine: str, others: str, free: str, patterns: list[str]) -> None:
    owned = [*mine.split(), *others.split()]
    assert module_patterns(mine.split(), owned, [*owned, *free.split()]) == patterns


names = st.lists(st.text("ab_", min_size=1, max_size=6), min_size=1, max_size=8, unique=True)


@given(names, st.integers(0, 255))
def test_patterns_of_tables_are_exact(tables: list[str], chosen: int) -> None:
    mine = {name for number, name in enumerate(tables) if chosen >> number & 1}
    found = table_patterns(mine, tables)
    assert {name for name in tables if any(matches_table(pattern, name) for pattern in found)} == mine


dotted = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map(".".join)


@given(st.dictionaries(dotted, st.sampled_from(["mine", "theirs", "free"]), min_size=1, max_size=8))
def test_patterns_of_modules_take_nothing_that_another_owns(held: dict[str, str]) -> None:
    mine = {name for name, owner in held.items() if owner == "mine"}
    theirs = {name for name, owner in held.items() if owner == "theirs"}
    fitting = {
        name
        for name in held
        if any(matches_module(pattern, name) for pattern in module_patterns(mine, mine | theirs, held))
    }
    assert mine <= fitting
    assert fitting.isdisjoint(theirs)


def test_comments_stay_and_the_contexts_are_read_back(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(COMMENTED)
    assert api.init(scan(), tmp_path, SPLIT) == file
    text = file.read_text()
    assert "# ours" in text
    assert "key = 1  # kept" in text
    assert 'exclude = ["old"]  # kept too' in text
    assert text.endswith("\n\n[tool.last]\nkey = 2\n")
    settings = config.load(tmp_path).settings
    assert settings.exclude == ("old",)
    assert list(settings.contexts) == ["orders", "stock-items"]
    assert settings.contexts["stock-items"].modules == ("shop.stock.**",)
    assert settings.contexts["stock-items"].tables == ("stock_item",)
    assert [context.name for context in api.chosen(scan(), "declared", config=settings).contexts] == [
        "orders",
        "stock-items",
    ]


def test_what_is_declared_is_only_replaced_when_asked(tmp_path: Path) -> None:
    file = api.init(scan(), tmp_path, SPLIT)
    assert file.name == "boundary.toml"
    before = file.read_text()
    with pytest.raises(InputError, match="2 contexts are declared already; --force replaces them"):
        api.init(scan(), tmp_path, SPLIT)
    assert file.read_text() == before
    one = msgspec.structs.replace(SPLIT, contexts=(Context("all", ("orders_order", "stock_item", 'odd"\\name')),))
    api.init(scan(), tmp_path, one, force=True)
    assert list(config.load(tmp_path).settings.contexts) == ["all"]


def test_nothing_is_written_that_could_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "boundary.toml"
    file.write_text("exclud = []\n")
    with pytest.raises(ConfigurationError, match="did you mean exclude"):
        api.init(scan(), tmp_path, SPLIT)
    assert file.read_text() == "exclud = []\n"


def test_keys_differ() -> None:
    split = msgspec.structs.replace(SPLIT, contexts=(Context("a+b"), Context("a b"), Context("(rest)"), Context("+")))
    assert list(context_keys(split).values()) == ["a-b", "a-b-2", "rest", "context"]
