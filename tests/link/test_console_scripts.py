"""What the packaging installs as a command is an entry point of the script's name."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

SHOP = """
# file: shop/cli.py
import click
from shop.models import Order
def main():
    Order.objects.create()
class Tool:
    def run(self):
        Order.objects.create()
@click.group()
def group(): ...
@group.command()
def tidy():
    Order.objects.create()
tool = Tool()
"""
SCRIPTS = {
    "pyproject.toml": '[project.scripts]\nshop = "shop.cli:{}"',
    "pyproject.toml ": '[project.gui-scripts]\nshop = "shop.cli:{}"',
    "pyproject.toml of poetry": '[tool.poetry.scripts]\nshop = "shop.cli:{}"',
    "setup.cfg": "[options.entry_points]\nconsole_scripts =\n    shop = shop.cli:{}",
    "setup.py": "setup(entry_points={{'console_scripts': ['shop=shop.cli:{}']}})",
}
TIDY = "cli shop.cli.tidy shop.cli.tidy"


def entered(script: str, function: str) -> set[str]:
    files = divide(f"{SHOP}# file: {script.partition(' ')[0]}\n{SCRIPTS[script].format(function)}\n")
    return {f"{one.kind} {one.name} {one.function}" for one in linked(files).entry_points}


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_function_that_a_script_runs(script: str) -> None:
    assert "cli shop shop.cli.main" in entered(script, "main")


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_command_of_a_framework_goes_by_the_name_of_its_script(script: str) -> None:
    assert entered(script, "group") == {"cli shop shop.cli.group", TIDY}


@pytest.mark.parametrize("function", ["tool.run", "Tool", "missing", "missing.main"])
def test_what_is_no_function(function: str) -> None:
    assert entered("pyproject.toml", function) == {"cli shop.cli.group shop.cli.group", TIDY}
