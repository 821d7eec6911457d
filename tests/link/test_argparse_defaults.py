"""Commands that parsers of argparse keep: functions and classes, by whichever name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

HEAD = """
# file: shop/cli.py
import argparse
import sqlalchemy
from oslo_config import cfg
class Tidy:
    name = "tidy"
    @classmethod
    def add(cls, commands):
        parser = commands.add_parser(cls.name)
        parser.set_defaults(command=cls)
    @classmethod
    def run(cls): ...
    def helper(self): ...
def tidy(arguments): ...
"""


@pytest.mark.parametrize(
    ("code", "entered"),
    [
        ("parser = argparse.ArgumentParser()\nparser.set_defaults(handler=tidy)", "shop.cli.tidy"),
        (
            """def add(commands):
    commands.add_parser("tidy").set_defaults(run=tidy)
def main():
    add(argparse.ArgumentParser().add_subparsers())
""",
            "shop.cli.tidy",
        ),
        (
            """def main():
    parser = argparse.ArgumentParser()
    Tidy.add(parser.add_subparsers())
    parser.parse_args().command.run()
""",
            "shop.cli.Tidy.run",
        ),
        (
            """def add_parsers(commands):
    for one in [Tidy]:
        one.add(commands)
option = cfg.SubCommandOpt("action", handler=add_parsers)
def main():
    cfg.CONF.register_cli_opt(option)
    cfg.CONF.action.command.run()
""",
            "shop.cli.Tidy.run",
        ),
    ],
)
def test_commands_that_parsers_keep(code: str, entered: str) -> None:
    assert_enters(f"{HEAD}{code}", f"cli {entered}")
