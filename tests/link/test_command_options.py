"""What the options of a command of Django hold: what the function that reads them makes of the text."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CHOSEN = "insert shop_log, insert shop_tag"


@pytest.mark.parametrize(
    ("added", "called", "written"),
    [
        ('parser.add_argument("--action", type=self.chosen)', 'options["action"]()', CHOSEN),
        ('parser.add_argument("--the-action", "-a", type=self.chosen)', 'options["the_action"]()', CHOSEN),
        ('parser.add_argument("-a", "--the-action", type=self.chosen)', 'options["the_action"]()', CHOSEN),
        ('parser.add_argument("--action", type=self.chosen, dest="what")', 'options["what"]()', CHOSEN),
        ('parser.add_argument("action", type=self.chosen)', 'options.get("action")()', CHOSEN),
        ('parser.add_argument("--action", type=lambda text: ACTIONS[text])', 'options["action"]()', CHOSEN),
        ('parser.add_argument("actions", type=self.chosen, nargs="+")', 'options["actions"][0]()', CHOSEN),
        ('parser.add_argument("--do", type=self.chosen, action="append")', '[one() for one in options["do"]]', CHOSEN),
        ('parser.add_argument_group("a").add_argument("action", type=self.chosen)', 'options["action"]()', CHOSEN),
        ("parser.set_defaults(action=note)", 'options["action"]()', "insert shop_log"),
        ('parser.add_argument("--limit", type=int)', 'options["limit"]()', "nothing"),
        ('parser.add_argument("--action", type=self.chosen)', 'options["other"]()', "nothing"),
    ],
)
def test_what_an_option_is_read_as(added: str, called: str, written: str) -> None:
    assert_touches(f"""
# file: shop/management/commands/tidy.py
from django.core.management.base import BaseCommand
from django.db import transaction
from shop.models import Log, Tag
def note():
    Log.objects.create()
def tag():
    Tag.objects.create()
ACTIONS = {{"note": note, "tag": tag}}
class Command(BaseCommand):
    def chosen(self, text):
        return ACTIONS[text]
    def add_arguments(self, parser):
        {added}
    def handle(self, *args, **options):
        with transaction.atomic():  #> {written}
            {called}
""")


def test_options_of_one_command_are_not_those_of_another() -> None:
    command = """
# file: shop/management/commands/{name}.py
from django.core.management.base import BaseCommand
from django.db import transaction
from shop.models import {model}
class Command(BaseCommand):
    def add_arguments(self, parser):
        parser.add_argument("rows", type=lambda text: {model})
    def handle(self, rows, **options):
        with transaction.atomic():  #> insert shop_{table}
            rows.objects.create()
"""
    assert_touches(
        command.format(name="note", model="Log", table="log") + command.format(name="tag", model="Tag", table="tag")
    )
