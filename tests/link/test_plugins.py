"""Plug-ins that the project's own packaging offers, loaded by stevedore and by what stands on it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

OFFERED = """
# file: pyproject.toml
[project.entry-points."shop.notes"]
log = "shop.notes:LogNote"
tag = "shop.notes:TagNote"
other = "elsewhere.notes:Note"
# file: shop/notes.py
from shop.models import Log, Tag
class LogNote:
    def __init__(self, first=None):
        pass
    def note(self, text):
        Log.objects.create(text=text)
class TagNote:
    def __init__(self, first=None):
        pass
    def note(self, text):
        Tag.objects.create()
"""
BOTH, ONE = "insert shop_log, insert shop_tag", "insert shop_tag"


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        (BOTH, "for one in extension.ExtensionManager('shop.notes', invoke_on_load=True): one.obj.note('a')"),
        (BOTH, "extension.ExtensionManager('shop.notes', invoke_on_load=True).map_method('note', 'a')"),
        (BOTH, "extension.ExtensionManager('shop.notes').map(lambda one: one.plugin().note('a'))"),
        (
            BOTH,
            "enabled.EnabledExtensionManager('shop.notes', allowed, True).map(lambda one, a: one.obj.note(a), 'a')",
        ),
        (ONE, "for one in named.NamedExtensionManager('shop.notes', ['tag'], True): one.obj.note('a')"),
        (ONE, "driver.DriverManager('shop.notes', 'tag', invoke_on_load=True, invoke_args=(1,)).driver.note('a')"),
        (ONE, "driver.DriverManager('shop.notes', 'tag').driver().note('a')"),
        (BOTH, "driver.DriverManager(namespace='shop.notes', name=NAME).driver().note('a')"),
        (BOTH, "Manager(NAME).note_all()"),
        (ONE, "importutils.import_class('shop.notes.TagNote')().note('a')"),
        ("nothing", "extension.ExtensionManager('shop.others', invoke_on_load=True).map_method('note', 'a')"),
    ],
)
def test_a_way_to_load_them(expected: str, code: str) -> None:
    assert_touches(f"""{OFFERED}
# file: shop/services.py
from django.db import transaction
from oslo_utils import importutils
from shop.settings_of_somebody import NAME, allowed
from stevedore import driver, enabled, extension, named

class Manager(named.NamedExtensionManager):
    def __init__(self, names):
        super().__init__("shop.notes", names, invoke_on_load=True)
        self.by_kind = {{}}
        for one in self:
            self.by_kind[one.name] = one

    def note_all(self):
        for one in self.by_kind.values():
            one.obj.note("b")

def run():
    with transaction.atomic():  #> {expected}
        {code}
""")


def test_the_plug_in_of_an_alias() -> None:
    assert_touches("""
# file: pyproject.toml
[project.entry-points."neutron.core_plugins"]
net = "net.plugin:Core"
# file: net/models.py
import sqlalchemy as sa
from neutron_lib.db import model_base
class Port(model_base.BASEV2, model_base.HasId):
    pass
class Router(model_base.BASEV2, model_base.HasId):
    pass
# file: net/plugin.py
from net.models import Port, Router
from neutron_lib.plugins import constants
from neutron_lib.services import base
class Core:
    def create(self, context):
        context.session.add(Port())
class RouterPlugin(base.ServicePluginBase):
    @classmethod
    def get_plugin_type(cls):
        return constants.L3
    def create(self, context):
        context.session.add(Router())
class QosPlugin(base.ServicePluginBase):
    def get_plugin_type(self):
        return constants.QOS
    def create(self, context):
        pass
# file: net/services.py
from neutron_lib.db import api as db_api
from neutron_lib.plugins import constants, directory
def run(context):
    with db_api.CONTEXT_WRITER.using(context):  #> insert ports
        directory.get_plugin().create(context)
    with db_api.CONTEXT_WRITER.using(context):  #> insert routers
        plugin = directory.get_plugin(constants.L3)
        if plugin:
            plugin.create(context)
    with db_api.CONTEXT_WRITER.using(context):  #> nothing
        directory.get_plugin(constants.QOS).create(context)
""")


def test_the_class_that_an_option_names() -> None:
    assert_touches("""
# file: shop/options.py
from oslo_config import cfg
CONF = cfg.CONF
OPTS = [
    cfg.StrOpt("note-driver", default="shop.drivers."
                                      "LogDriver"),
    cfg.StrOpt("label", default="shop.label"),
]
CONF.register_opts(OPTS, group="notes")
# file: shop/drivers.py
from shop.models import Log
class LogDriver:
    def __init__(self, first=None):
        self.first = first
    def note(self):
        Log.objects.create()
# file: shop/services.py
from django.db import transaction
from oslo_config import cfg
from oslo_utils import importutils
import shop.options
class Keeper:
    def __init__(self):
        self.driver = importutils.import_object(cfg.CONF.notes.note_driver, self)
def run():
    with transaction.atomic():  #> insert shop_log
        Keeper().driver.note()
    with transaction.atomic():  #> insert shop_log
        importutils.import_class(cfg.CONF.notes.note_driver)().note()
    with transaction.atomic():  #> nothing
        importutils.import_object(cfg.CONF.notes.label).note()
""")


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        (BOTH, "for one in load('shop.notes', subclasses=Note): one.note('a')"),
        (BOTH, "[one.note('a') for one in load('shop.notes', subclasses=Note).produce()]"),
        (BOTH, "list(load('shop.notes', subclasses=Note).call('note', 'a'))"),
        (ONE, "found('tag').note('a')"),
    ],
)
def test_the_classes_below_another(expected: str, code: str) -> None:
    assert_touches(f"""
# file: shop/base.py
class Note:
    name = None
# file: shop/notes/logs.py
from shop.base import Note
from shop.models import Log
class LogNote(Note):
    name = "log"
    @classmethod
    def note(cls, text):
        Log.objects.create(text=text)
# file: shop/notes/tags.py
from shop.base import Note
from shop.models import Tag
class TagNote(Note):
    name = "tag"
    @classmethod
    def note(cls, text):
        Tag.objects.create()
# file: shop/services.py
from django.db import transaction
from straight.plugin import load
from shop.base import Note
def found(name):
    for one in load("shop.notes", subclasses=Note):
        if one.name == name:
            return one
def run():
    with transaction.atomic():  #> {expected}
        {code}
""")


@pytest.mark.parametrize(
    "loaded", ["load('shop.notes', subclasses=Note)", "Note.__subclasses__()", "list(Note.__subclasses__())"]
)
def test_many_classes_below_another_are_told_apart(loaded: str) -> None:
    classes = "".join(
        f"""
class Note{n}(Note):
    name = "note {n}"
    @classmethod
    def note(cls):
        {"Log" if n == 7 else "Tag"}.objects.create()
"""
        for n in range(20)
    )
    assert_touches(f"""
# file: shop/notes.py
from shop.models import Log, Tag
class Note:
    name = None
{classes}
# file: shop/services.py
from django.db import transaction
from straight.plugin import load
from shop.notes import Note
def run():
    with transaction.atomic():  #> insert shop_log
        for one in {loaded}:
            if one.name == "note 7":
                one.note()
""")


@pytest.mark.parametrize(
    ("expected", "code"),
    [
        (BOTH, "for one in entry_points(group='shop.notes'): one.load()().note('a')"),
        (BOTH, "for one in entry_points().select(group='shop.notes'): one.load()().note('a')"),
        (BOTH, "for one in entry_points().get('shop.notes', ()): one.load()().note('a')"),
        (BOTH, "{one.name: one.load() for one in entry_points(group='shop.notes')}[allowed]().note('a')"),
        (ONE, "for one in entry_points(group='shop.notes', name='tag'): one.load()().note('a')"),
        (BOTH, "for one in pkg_resources.iter_entry_points('shop.notes'): one.load()().note('a')"),
        ("nothing", "for one in entry_points(group='shop.others'): one.load()().note('a')"),
    ],
)
def test_what_the_packaging_offers(expected: str, code: str) -> None:
    assert_touches(f"""{OFFERED}
# file: shop/services.py
import pkg_resources
from importlib.metadata import entry_points
from django.db import transaction
def work(allowed):
    with transaction.atomic():  #> {expected}
        {code}
""")
