"""Where settings and environment variables are read: one line of code a case."""

from __future__ import annotations

import pytest

from boundary.link.definitions.symbols import Program
from boundary.link.syntax.bodies import Bodies
from boundary.link.syntax.settings_read import settings_read
from boundary.model.facts import SourceModule
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse

HEAD = """
import os
import os as system
from os import environ, getenv
import environ as django_environ
import decouple
from decouple import config
from django.conf import settings
from django import conf
from flask import current_app
from shop.tools import from_environment
env = django_environ.Env()
def f():
    {line}
"""
TOOLS = """
import os
def from_environment(default, name):
    return os.environ.get(name, default)
"""


def reads(text: str, name: str = "shop.views") -> list[tuple[str, str, int, str, str | None]]:
    sources = {name: text, "shop.tools": TOOLS}
    parsed = {each: parse(body) for each, body in sources.items()}
    modules = [SourceModule(each, f"{each}.py", extract(held.tree, held.source)) for each, held in parsed.items()]
    found = settings_read(Program(modules).modules.values(), Bodies())
    return [(one.kind, one.name, one.line, one.function, one.into) for one in found]


@pytest.mark.parametrize(
    ("line", "kind", "name"),
    [
        ("settings.RATE", "setting", "RATE"),
        ("conf.settings.RATE", "setting", "RATE"),
        ("getattr(settings, 'RATE', None)", "setting", "RATE"),
        ("current_app.config['RATE']", "setting", "RATE"),
        ("current_app.config.get('RATE')", "setting", "RATE"),
        ("os.environ['KEY']", "environment", "KEY"),
        ("system.environ.get('KEY', 1)", "environment", "KEY"),
        ("environ['KEY']", "environment", "KEY"),
        ("os.getenv('KEY')", "environment", "KEY"),
        ("getenv('KEY')", "environment", "KEY"),
        ("if 'KEY' in os.environ: pass", "environment", "KEY"),
        ("env('KEY')", "environment", "KEY"),
        ("env.bool('KEY', False)", "environment", "KEY"),
        ("config('KEY')", "environment", "KEY"),
        ("decouple.config('KEY')", "environment", "KEY"),
        ("from_environment(1, 'KEY')", "environment", "KEY"),
        ("other(settings.RATE)", "setting", "RATE"),
    ],
)
def test_a_read_is_found(line: str, kind: str, name: str) -> None:
    assert reads(HEAD.replace("{line}", line)) == [(kind, name, 14, "shop.views.f", None)]


@pytest.mark.parametrize(
    "line",
    [
        "settings.configured",
        "self.settings.RATE",
        "mine.environ['KEY']",
        "os.environ[name]",
        "env.read_env('.env')",
        "getattr(event, 'RATE')",
        "from_environment('KEY')",
        "{}.get('KEY')",
    ],
)
def test_what_is_no_read_is_not(line: str) -> None:
    assert reads(HEAD.replace("{line}", line)) == []


def test_the_setting_that_a_variable_feeds() -> None:
    text = "import os\nRATE = int(os.environ.get('KEY', 3))\nclass Local:\n    rate = os.environ['OTHER']\n"
    assert reads(text, "shop.settings") == [
        ("environment", "KEY", 2, "shop.settings", "RATE"),
        ("environment", "OTHER", 4, "shop.settings.Local", None),
    ]
