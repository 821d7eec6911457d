"""Do the tools take what is written for them?  Each is asked."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from io import BytesIO
from pathlib import Path

import pytest

from boundary.cli.emit import FORMATS
from boundary.report.exports.formats import EXPORTS
from boundary.report.exports.identifiers import identifiers
from boundary.report.exports.packages import roots

from .project import NEW_IMPORT, SPLIT, scan, write


def emitted(name: str) -> str:
    return EXPORTS[name](scan(), SPLIT)


def program(name: str) -> str:
    """Where a tool of the test environment is: beside its Python, or on the path."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    assert found, f"{name} is not installed"
    return found


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_command_offers_all() -> None:
    assert tuple(EXPORTS) == FORMATS


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_input_gives_the_same_text(name: str) -> None:
    assert emitted(name) == emitted(name)
    assert emitted(name).endswith("\n")


def test_import_linter_holds_today_and_refuses_what_is_new(tmp_path: Path) -> None:
    tool = program("lint-imports")
    write(tmp_path)
    (tmp_path / "pyproject.toml").write_text(emitted("import-linter"))
    done = run(tmp_path, tool, "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 2 kept, 0 broken" in done.stdout
    (tmp_path / NEW_IMPORT[0]).write_text(NEW_IMPORT[1])
    done = run(tmp_path, tool, "--no-cache")
    assert done.returncode == 1
    assert "shop.orders.models -> shop.stock.models" in done.stdout


def test_tach_holds_today_and_refuses_what_is_new(tmp_path: Path) -> None:
    tool = program("tach")
    write(tmp_path)
    (tmp_path / "tach.toml").write_text(emitted("tach"))
    done = run(tmp_path, tool, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    # tach knows packages: what one package imports of another today, it may import more of
    (tmp_path / "shop/stock/models.py").write_text("from shop.orders import models\n")
    done = run(tmp_path, tool, "check")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "shop/stock/models.py" in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["import-linter", "tach"])
def test_what_is_toml_is_toml(name: str) -> None:
    assert tomllib.loads(emitted(name))


ROUTED = """
import django
from django.conf import settings
memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
settings.configure(
    DATABASES={"default": memory, "orders": dict(memory), "stock_items": dict(memory)},
    DATABASE_ROUTERS=["routing.ContextRouter"],
    INSTALLED_APPS=["django.contrib.contenttypes", "app"],
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
)
django.setup()
from django.core.management import call_command
from django.db import connections, models
from app.models import Item, Order
for alias in ("default", "orders", "stock_items"):
    call_command("migrate", database=alias, run_syncdb=True, verbosity=0)
tables = {alias: set(connections[alias].introspection.table_names()) for alias in connections}
assert "orders_order" in tables["orders"] and "orders_order" not in tables["stock_items"] | tables["default"], tables
assert "stock_item" in tables["stock_items"] and "stock_item" not in tables["orders"], tables
order, item = Order.objects.create(), Item.objects.create()
assert (order._state.db, item._state.db) == ("orders", "stock_items")
assert Order.objects.filter(pk=order.pk).db == "orders"
try:
    order.item = item
except ValueError as error:
    assert "router prevents" in str(error), error
else:
    raise SystemExit("a relation across contexts was allowed")
"""
MODELS = """
from django.db import models
class Item(models.Model):
    class Meta:
        db_table = "stock_item"
class Order(models.Model):
    item = models.ForeignKey(Item, null=True, db_constraint=False, on_delete=models.CASCADE)
    class Meta:
        db_table = "orders_order"
"""


def test_django_takes_the_router(tmp_path: Path) -> None:
    pytest.importorskip("django")
    (tmp_path / "routing.py").write_text(emitted("router"))
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").touch()
    (tmp_path / "app" / "models.py").write_text(MODELS)
    (tmp_path / "try.py").write_text(ROUTED)
    done = run(tmp_path, sys.executable, "try.py")
    assert done.returncode == 0, done.stderr


def test_sqlalchemy_takes_the_binds() -> None:
    sqlalchemy = pytest.importorskip("sqlalchemy")
    from sqlalchemy.orm import Session

    module: dict[str, object] = {}
    exec(compile(emitted("binds"), "binds.py", "exec"), module)  # noqa: S102 - our own text
    metadata = sqlalchemy.MetaData()
    order, item, other = (
        sqlalchemy.Table(name, metadata, sqlalchemy.Column("id", sqlalchemy.Integer, primary_key=True))
        for name in ("orders_order", "stock_item", "other")
    )
    engines = {key: sqlalchemy.create_engine("sqlite://") for key in ("orders", "stock_items")}
    binds = module["binds"](metadata, engines)  # type: ignore[operator] # a function, just made
    assert other not in binds
    with Session(binds=binds) as session:
        assert session.get_bind(clause=sqlalchemy.select(order)) is engines["orders"]
        assert session.get_bind(clause=sqlalchemy.select(item)) is engines["stock_items"]
    for engine in engines.values():
        engine.dispose()


def test_networkx_takes_the_graph() -> None:
    import networkx as nx

    graph = nx.read_graphml(BytesIO(emitted("graphml").encode()), force_multigraph=True)
    assert graph.nodes["module shop.stock.api"] == {
        "kind": "module",
        "label": "shop.stock.api",
        "context": "stock+items",
    }
    assert graph.nodes["table orders_order"]["context"] == "orders"
    assert graph.nodes['table odd"\\name']["label"] == 'odd"\\name'
    edges = {(one, other, held["kind"]) for one, other, held in graph.edges(data=True)}
    assert ("module shop.orders.services", "transaction t1", "opens") in edges
    assert ("transaction t1", "table orders_order", "writes") in edges
    assert ("entry point route /<pk>& shop.orders.services.place", "table stock_item", "reads") in edges
    assert ("table orders_order", "table stock_item", "references") in edges
    [read] = [
        held
        for one, _, held in graph.edges(data=True)
        if one == "module shop.orders.services" and held["kind"] == "reads"
    ]
    assert (read["file"], read["line"]) == ("shop/orders/services.py", 3)


@pytest.mark.parametrize("name", ["cml", "structurizr"])
def test_blocks_are_closed_and_strings_end(name: str) -> None:
    depth = 0
    for line in emitted(name).splitlines():
        code = re.sub(r'"(?:[^"\\]|\\.)*"', '""', line)
        code = re.sub(r"//.*|/\*.*?\*/", "", code)
        assert code.count('"') % 2 == 0, line
        assert "\\" not in code, line
        depth += code.count("{") - code.count("}")
        assert depth >= 0, line
    assert depth == 0


def test_context_mapper_is_told_who_is_upstream() -> None:
    text = emitted("cml")
    assert "contains Orders, StockItems" in text
    assert "  StockItems [U]->[D] Orders // 1 read, 1 foreign key, 2 imports, 1 call" in text
    assert "    Entity OddName // table oddname" in text


def test_structurizr_is_told_what_crosses() -> None:
    text = emitted("structurizr")
    assert '        orders -> stock_items "1 read, 1 foreign key, 2 imports, 1 call (stock_item)"' in text
    assert 'orders_db = container "orders database" "2 tables: orders_order, odd\\"\\\\name" "SQL" "Database"' in text


def test_identifiers_are_identifiers_and_differ() -> None:
    names = ["catalogue+offers", "catalogue offers", "2fa", "(rest)", "¿"]
    assert list(identifiers(names).values()) == ["catalogue_offers", "catalogue_offers_2", "c2fa", "rest", "context"]
    assert identifiers(["catalogue+offers"], capital=True) == {"catalogue+offers": "CatalogueOffers"}


def test_source_roots_are_found() -> None:
    assert roots(scan()) == ["."]
