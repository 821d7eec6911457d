"""How a split is declared in a configuration: patterns, comments kept, nothing overwritten unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary import api, config
from boundary.errors import ConfigurationError, InputError
from boundary.model.patterns import matches_table
from boundary.model.scan import Context, Module, Scan
from boundary.report.declaration import context_keys
from boundary.report.patterns import module_patterns, table_patterns
from boundary.split.references import declared

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
    ("owned", "free", "patterns"),
    [
        ("s.o=a s.o.x=a s.p=b", "s", {"a": ["s.o.**"], "b": ["s.p"]}),
        ("s.o=a s.o.x=a s.o.y=b", "", {"a": ["s.o.**"], "b": ["s.o.y"]}),  # the closest counts
        ("s.o.x=a s.o.y=a s.p=b", "s.o s", {"a": ["s.o.**"], "b": ["s.p"]}),  # nobody's goes with its package
        ("s.o.x=a s.p=b", "s.o s.o.y s", {"a": ["s.o.x"], "b": ["s.p"]}),  # ... unless most of it is nobody's
        ("s.o=a s.p=a", "", {"a": ["s.**"]}),
        ("s.o=a s.p=a s.q=b", "", {"a": ["s.o", "s.p"], "b": ["s.q"]}),  # a whole monolith is nobody's
        ("s.o.x=a s.o.y=a s.o.z.v=b s.o.z.w=b s.o.u=a", "", {"a": ["s.o.**"], "b": ["s.o.z.**"]}),
        ("s.o=a s.p=b", "", {"a": ["s.o"], "b": ["s.p"]}),
    ],
)
def test_modules_are_named_by_their_packages(owned: str, free: str, patterns: dict[str, list[str]]) -> None:
    owner = dict(word.split("=") for word in owned.split())
    assert module_patterns(owner, [*owner, *free.split()]) == patterns


name = st.lists(st.sampled_from("ab_"), min_size=1, max_size=6).map("".join)
names = st.lists(name, min_size=1, max_size=8, unique=True)


@settings(deadline=None)
@given(names, st.integers(0, 255))
def test_patterns_of_tables_are_exact(tables: list[str], chosen: int) -> None:
    mine = {name for number, name in enumerate(tables) if chosen >> number & 1}
    found = table_patterns(mine, tables)
    assert {name for name in tables if any(matches_table(pattern, name) for pattern in found)} == mine


dotted = st.lists(st.sampled_from("ab"), min_size=1, max_size=3).map(".".join)


@settings(deadline=None)
@given(st.dictionaries(dotted, st.sampled_from(["a", "b", "c", ""]), min_size=1, max_size=10))
def test_the_closest_pattern_gives_every_module_its_owner(held: dict[str, str]) -> None:
    owner = {name: context for name, context in held.items() if context}
    found = module_patterns(owner, held)
    contexts = {context: config.ContextSettings(modules=tuple(patterns)) for context, patterns in found.items()}
    modules = tuple(Module(name, f"{name}.py", 1) for name in held)
    read_back = declared(Scan(root="r", modules=modules), contexts).modules
    assert {name: read_back.get(name) for name in owner} == owner


def test_comments_stay_and_the_contexts_are_read_back(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(COMMENTED)
    assert api.init(scan(), tmp_path, SPLIT) == file
    text = file.read_text()
    assert "# ours" in text
    assert "key = 1  # kept" in text
    assert 'exclude = ["old"]  # kept too' in text
    assert text.endswith("\n\n[tool.last]\nkey = 2\n")
    found = config.load(tmp_path).settings
    assert found.exclude == ("old",)
    assert list(found.contexts) == ["orders", "stock-items"]
    assert found.contexts["stock-items"].modules == ("shop.stock.**",)
    assert found.contexts["stock-items"].tables == ("stock_item",)
    assert [context.name for context in api.chosen(scan(), "declared", config=found).contexts] == [
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
