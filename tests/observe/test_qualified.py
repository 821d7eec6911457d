"""What functions are called on a Python that does not say it itself."""

from __future__ import annotations

from types import CodeType
from typing import TYPE_CHECKING

from boundary.observe.qualified import names_in, qualified_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE = """
class Order:
    @property
    def total(self):
        def added():
            return 1
        return added()
    class Meta:
        if True:
            async def read(self): pass
def place():
    return sum(one for one in [1])
"""
GENERATED = """
def outer(rows):
    yield from (one for one in rows)
    def inner():
        yield from (
            two
            for one in rows
            for two in (deep for deep in one)
        )
    yield from inner()
"""


def test_names_by_where_functions_begin(tmp_path: Path) -> None:
    file = tmp_path / "orders.py"
    file.write_text(SOURCE, encoding="utf-8")
    assert names_in(str(file)) == {
        ("total", 3): "Order.total",
        ("added", 5): "Order.total.<locals>.added",
        ("read", 10): "Order.Meta.read",
        ("place", 11): "place",
        ("<genexpr>", 12): "place",
    }


def test_a_generator_expression_is_its_function_wherever_it_runs(tmp_path: Path) -> None:
    file = tmp_path / "rows.py"
    file.write_text(GENERATED, encoding="utf-8")
    code = compile(GENERATED, str(file), "exec")
    names = {qualified_name(one) for one in inner_codes(code) if one.co_name == "<genexpr>"}
    assert names == {"outer", "outer.<locals>.inner"}
    assert {name for (held, _), name in names_in(str(file)).items() if held == "<genexpr>"} == names


def inner_codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from inner_codes(one)


def test_a_file_that_is_none_names_nothing(tmp_path: Path) -> None:
    assert names_in("<string>") == {}
    broken = tmp_path / "broken.py"
    broken.write_text("def (", encoding="utf-8")
    assert names_in(str(broken)) == {}
