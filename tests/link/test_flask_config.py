"""What does the configuration of a Flask application give?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/settings.py
from shop.models import *
def keep_log():
    Log.objects.create(text="a")
class Settings:
    DEBUG = False
    KEEP = keep_log

# file: shop/services.py
from flask import Flask, current_app
from shop.models import *
from shop.settings import Settings
app = Flask(__name__)
"""


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("app.config.from_object(Settings)", "KEEP"),
        ("app.config.from_object(Settings())", "KEEP"),
        ('app.config.from_object("shop.settings.Settings")', "KEEP"),
        ('app.config["OTHER"] = Settings.KEEP', "OTHER"),
        ('app.config.update({"OTHER": Settings.KEEP})', "OTHER"),
        ("app.config.update(OTHER=Settings.KEEP)", "OTHER"),
        ('app.config.from_mapping({"OTHER": Settings.KEEP})', "OTHER"),
    ],
)
@pytest.mark.parametrize("read", ["app.config[{}]", "app.config.get({})", "current_app.config[{}]"])
def test_a_function_of_the_configuration(given: str, key: str, read: str) -> None:
    called = read.format(repr(key))
    assert_touches(f"""{HEAD}
{given}
def work():
    from django.db import transaction
    with transaction.atomic():  #> insert shop_log
        {called}()
""")


def test_flags_are_not_believed() -> None:
    assert_touches(f"""{HEAD}
app.config.from_object(Settings)
def work():
    if app.config["DEBUG"]:
        Tag.objects.create()  #= insert shop_tag
""")


@pytest.mark.parametrize("decorator", ["record", "record_once"])
def test_what_a_blueprint_takes_from_it_when_it_is_registered(decorator: str) -> None:
    assert_touches(f"""{HEAD}
from flask import Blueprint
class Store:
    def keep(self):
        Log.objects.create(text="a")
        if app.config["LOGS"]["quiet"]:
            Tag.objects.create()
app.config["LOGS"] = {{"store": Store(), "quiet": False}}
blueprint = Blueprint("logs", __name__)
blueprint.store = None
@blueprint.{decorator}
def configure(state):
    blueprint.store = state.app.config["LOGS"]["store"]
@blueprint.route("/logs", methods=["POST"])
def keep():
    from django.db import transaction
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        blueprint.store.keep()
""")
