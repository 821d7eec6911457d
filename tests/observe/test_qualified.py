"""What functions are called on a Python that does not say it itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.observe.qualified import names_in

if TYPE_CHECKING:
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
def place(): pass
"""


def test_names_by_where_functions_begin(tmp_path: Path) -> None:
    file = tmp_path / "orders.py"
    file.write_text(SOURCE, encoding="utf-8")
    assert names_in(str(file)) == {
        ("total", 3): "Order.total",
        ("added", 5): "Order.total.<locals>.added",
        ("read", 10): "Order.Meta.read",
        ("place", 11): "place",
    }


def test_a_file_that_is_none_names_nothing(tmp_path: Path) -> None:
    assert names_in("<string>") == {}
    broken = tmp_path / "broken.py"
    broken.write_text("def (", encoding="utf-8")
    assert names_in(str(broken)) == {}
