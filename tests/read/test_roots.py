"""Under which name the code imports a file, whatever the layout of the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.read.files import find
from boundary.read.roots import name_modules
from tests.read.trees import grow

if TYPE_CHECKING:
    from pathlib import Path


def named(root: Path, *source_roots: str) -> dict[str, str]:
    found = find(root)
    contents = [(root / source.file).read_bytes() for source in found.python]
    names = name_modules(found, source_roots, lambda: contents)
    return {file: name.name for file, name in names.items()}


LAYOUTS = {
    "a package": "shop/__init__.py=shop shop/orders/__init__.py=shop.orders shop/orders/models.py=shop.orders.models",
    "loose modules": "a.py=a scripts/run.py=scripts.run",
    "a main module": "shop/__init__.py=shop shop/__main__.py=shop.__main__",
    "src": "pyproject.toml src/shop/__init__.py=shop src/shop/a.py=shop.a tools/b.py=tools.b",
    "src without a project": "src/shop/__init__.py=src.shop src/shop/a.py=src.shop.a",
    "src that is a package": "setup.py=setup src/__init__.py=src src/a.py=src.a",
    "manage.py in a folder": "pyproject.toml web/manage.py=manage web/shop/__init__.py=shop web/shop/a.py=shop.a",
    "namespaces below manage.py": "manage.py=manage apps/orders/models.py=apps.orders.models",
    "two projects": (
        "a/setup.cfg a/shop/__init__.py=shop a/shop/x.py=shop.x b/pyproject.toml b/src/till/__init__.py=till "
        "b/src/till/x.py=till.x c/z.py=c.z"
    ),
    "twins": "a/setup.cfg a/shop/__init__.py=shop b/setup.cfg b/shop/__init__.py=b.shop b/shop/x.py=shop.x",
    "two programs": (
        "a/setup.cfg a/app/__init__.py=app a/app/main.py=app.main b/setup.cfg b/app/__init__.py=b.app "
        "b/app/main.py=b.app.main b/app/own.py=b.app.own b/tool.py=tool"
    ),
    "a program in src and one beside it": (
        "pyproject.toml src/shop/__init__.py=shop src/config.py=src.config job/setup.cfg job/config.py=config"
    ),
    "a package in two projects": (
        "a/setup.cfg a/shop/__init__.py=shop a/shop/x.py=shop.x "
        "b/setup.cfg b/shop/__init__.py=b.shop b/shop/y.py=shop.y"
    ),
    "a module beside a package of its name": "a/__init__.py=a a.py=a.py",
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout(tmp_path: Path, layout: str) -> None:
    files = [word.partition("=")[::2] for word in LAYOUTS[layout].split()]
    root = grow(tmp_path / "root", " ".join(file for file, _ in files))
    assert named(root) == {file: name for file, name in files if name}


def test_an_analysed_folder_that_is_a_package(tmp_path: Path) -> None:
    grow(tmp_path, "shop/__init__.py shop/orders/__init__.py shop/orders/models.py shop/orders/deep/__init__.py")
    assert named(tmp_path / "shop/orders") == {
        "__init__.py": "shop.orders",
        "models.py": "shop.orders.models",
        "deep/__init__.py": "shop.orders.deep",
    }


IN_APPS = {"manage.py": "", "apps/orders/__init__.py": "", "apps/orders/models.py": ""}
IN_APPS |= {"apps/billing/__init__.py": "", "apps/billing/a.py": ""}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from orders.models import Order\nimport json\n", "orders"),
        ("from orders.models import Order\nfrom orders.old import Gone\n", "orders"),
        ("from apps.orders.models import Order\nfrom orders.api import A\nfrom orders.http import B\n", "apps.orders"),
        ("from apps.orders.models import Order\n", "apps.orders"),
        ("from apps import orders\n", "apps.orders"),
        ("INSTALLED_APPS = ['apps.orders', 'apps.billing']\nimport orders\n", "apps.orders"),
        ("owner = ForeignKey('orders.Order')\n", "apps.orders"),
        ("from . import a\n", "apps.orders"),
    ],
)
def test_imports_tell_whether_a_folder_is_part_of_the_name(tmp_path: Path, code: str, name: str) -> None:
    grow(tmp_path, IN_APPS | {"apps/billing/a.py": code})
    assert named(tmp_path)["apps/orders/__init__.py"] == name


@pytest.mark.parametrize("given", ["apps", "./apps", "apps/"])
def test_roots_that_are_given_are_believed(tmp_path: Path, given: str) -> None:
    grow(tmp_path, IN_APPS | {"apps/billing/a.py": "from apps.orders import x\n"})
    assert named(tmp_path, given) == {
        "manage.py": "manage",
        "apps/orders/__init__.py": "orders",
        "apps/orders/models.py": "orders.models",
        "apps/billing/__init__.py": "billing",
        "apps/billing/a.py": "billing.a",
    }


STARTED_INSIDE = {
    "web/__init__.py": "",
    "web/manage.py": "",
    "web/orders/__init__.py": "",
    "web/orders/models.py": "",
    "web/billing/__init__.py": "",
    "web/billing/models.py": "",
    "web/billing/views.py": "",
}
SHORT = "from orders.models import Order\nfrom billing.models import Bill\nimport billing.views\n"
LONG = "from web.orders.models import Order\nfrom web.billing.models import Bill\nimport web.billing.views\n"


@pytest.mark.parametrize("inside", ["", "web"])
@pytest.mark.parametrize(
    ("code", "name"),
    [(SHORT, "orders.models"), (LONG, "web.orders.models"), ("from orders.models import Order\n", "web.orders.models")],
)
def test_imports_tell_whether_a_package_is_on_the_path_itself(
    tmp_path: Path, code: str, name: str, inside: str
) -> None:
    grow(tmp_path, STARTED_INSIDE | {"web/billing/views.py": code})
    found = named(tmp_path / inside)
    assert found[f"{'' if inside else 'web/'}orders/models.py"] == name


def test_a_package_without_manage_py_is_not_on_the_path(tmp_path: Path) -> None:
    files = {file: code for file, code in STARTED_INSIDE.items() if not file.endswith("manage.py")}
    grow(tmp_path, files | {"web/billing/views.py": SHORT})
    assert named(tmp_path)["web/orders/models.py"] == "web.orders.models"


SHARED = {
    "manage.py": "",
    "common/lib/__init__.py": "",
    "common/lib/orders.py": "",
    "common/lib/billing.py": "",
    "common/lib/celery.py": "",
    "common/lib/stock/__init__.py": "",
    "common/lib/stock/shelves.py": "",
}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import orders\nfrom billing import Bill\nfrom stock.shelves import Shelf\n", "orders"),
        ("import orders\nfrom billing import Bill\nimport celery\n", "orders"),
        ("import orders\nfrom billing import Bill\n", "common.lib.orders"),
        ("import orders\nfrom billing import Bill\nimport celery.schedules\n", "common.lib.orders"),
        ("from lib import stock\nfrom lib.orders import Order\nimport lib.billing\n", "lib.orders"),
        ("import lib.orders\nimport orders\nimport billing\nimport stock\n", "orders"),
    ],
)
def test_imports_tell_whether_a_package_is_a_search_path(tmp_path: Path, code: str, name: str) -> None:
    grow(tmp_path, SHARED | {"jobs/run.py": code})
    assert named(tmp_path)["common/lib/orders.py"] == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (SHORT, "orders.models"),
        (LONG, "web.orders.models"),
        ("", "orders.models"),
        ('INSTALLED_APPS = ["web.orders", "web.billing"]\n', "web.orders.models"),
        (f"{SHORT}from web.orders import models\n", "orders.models"),
    ],
)
def test_imports_tell_whether_the_folder_of_manage_py_is_named(tmp_path: Path, code: str, name: str) -> None:
    files = {file: text for file, text in STARTED_INSIDE.items() if file != "web/__init__.py"}
    grow(tmp_path, files | {"web/billing/views.py": code})
    assert named(tmp_path)["web/orders/models.py"] == name


IN_A_PACKAGE = {
    "manage.py": "",
    "apps/__init__.py": "",
    **{f"apps/{app}/__init__.py": "" for app in ("orders", "billing", "stock")},
    **{f"apps/{app}/models.py": "" for app in ("orders", "billing", "stock")},
}
EXTENDING = "import sys\nsys.path.append('apps')\n"
EACH = "from orders.models import Order\nfrom billing import models\nimport stock.models\n"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (EXTENDING + EACH, "orders.models"),
        (EXTENDING + EACH + "import apps.stock\n", "orders.models"),
        (
            EXTENDING + EACH.replace("from ", "from apps.").replace("import stock", "import apps.stock"),
            "apps.orders.models",
        ),
        (EXTENDING, "apps.orders.models"),
        (EACH, "apps.orders.models"),
    ],
)
def test_code_may_put_a_package_on_the_search_path(tmp_path: Path, code: str, name: str) -> None:
    grow(tmp_path, IN_A_PACKAGE | {"settings.py": code})
    assert named(tmp_path)["apps/orders/models.py"] == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from orders.models import Order\n", "orders.models"),
        ("from src.orders.models import Order\n", "src.orders.models"),
        ("from src.orders.models import Order\nfrom src.orders import api\nimport orders\n", "src.orders.models"),
        ("", "src.orders.models"),
    ],
)
@pytest.mark.parametrize("marker", ["setup.py", "pyproject.toml"])
def test_imports_tell_whether_src_is_a_package(tmp_path: Path, marker: str, code: str, name: str) -> None:
    files = dict.fromkeys([marker, "src/__init__.py", "src/orders/__init__.py", "src/orders/models.py"], "")
    grow(tmp_path, {f"api/{file}": text for file, text in (files | {"src/orders/views.py": code}).items()})
    assert named(tmp_path)["api/src/orders/models.py"].removeprefix("api.") == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from orders.models import Order\n", "orders.models"),
        ("from src.orders.models import Order\n", "src.orders.models"),
    ],
)
@pytest.mark.parametrize("package", [["src/orders/__init__.py"], []])
def test_so_may_be_the_src_of_what_nothing_packages(tmp_path: Path, package: list[str], code: str, name: str) -> None:
    files = dict.fromkeys(["src/__init__.py", *package, "src/orders/models.py"], "")
    grow(tmp_path, files | {"src/orders/views.py": code})
    assert named(tmp_path)["src/orders/models.py"] == name


@pytest.mark.parametrize("program", ["manage-local.py", "manage-test.py"])
def test_a_program_for_each_of_several_settings_is_started_there(tmp_path: Path, program: str) -> None:
    files = {file.replace("manage.py", program): code for file, code in STARTED_INSIDE.items()}
    grow(tmp_path, files | {"web/billing/views.py": SHORT})
    assert named(tmp_path)["web/orders/models.py"] == "orders.models"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import sys\nfrom os.path import join\nsys.path.insert(0, join(here, 'apps'))\n" + EACH, "orders.models"),
        ("import sys\nsys.path.append('../site/apps/')\n" + EACH, "orders.models"),
        ("import sys\nsys.path.append(here)\n" + EACH, "site.apps.orders.models"),
        (EXTENDING + EACH.replace("from ", "from site.apps."), "site.apps.orders.models"),
        (EXTENDING, "site.apps.orders.models"),
    ],
)
def test_so_may_be_a_package_within_another_one(tmp_path: Path, code: str, name: str) -> None:
    inside = {f"site/{file}": text for file, text in IN_A_PACKAGE.items() if file != "manage.py"}
    grow(tmp_path, inside | {"manage.py": "", "site/__init__.py": "", "site/settings.py": code})
    assert named(tmp_path)["site/apps/orders/models.py"] == name


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from setuptools import setup\nsetup(name='shop')\n", "refund"),
        ("from distutils.core import setup\n", "refund"),
        ("", "refund"),
        ("def run():\n    print('set up')\n", "shop.commands.refund"),
        ("from ..settings import load\n\ndef setup():\n    load()\n", "shop.commands.refund"),
    ],
)
def test_a_setup_py_that_packages_nothing_is_a_module(tmp_path: Path, code: str, name: str) -> None:
    grow(
        tmp_path,
        {"shop/main.py": "", "shop/commands/setup.py": code, "shop/commands/refund.py": "from .. import main\n"},
    )
    assert named(tmp_path)["shop/commands/refund.py"] == name
