"""Which class or function does a string name?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = [
    "apps.get_model('shop', 'Log')",
    "apps.get_model('shop.Log')",
    "apps.get_model(app_label='shop', model_name='log')",
    "apps.get_model(Log._meta.label)",
    "apps.get_model(Log._meta.label_lower)",
    "apps.get_model('shop', Log._meta.object_name)",
    "django_apps.get_model('shop.Log')",
    "apps.get_model(LABEL)",
    "apps.get_model(*LABEL.split('.'))",
    "apps.get_app_config('shop').get_model('Log')",
    "apps.get_app_config(app_label='shop').get_model(model_name='Log')",
    "get_model('shop', 'Log')",
    "import_string('shop.models.Log')",
    "import_string(PATH)",
    "import_module('shop.models').Log",
    "getattr(import_module('shop.models'), 'Log')",
    "getattr(import_module(Log.__module__), Log.__name__)",
    "getattr(import_module(Log().__module__), Log().__class__.__qualname__)",
    "load(f'{Log.__module__}.{Log.__qualname__}')",
    "getattr(shop.models, 'Log')",
    "getattr(shop.models, NAME)",
    "__import__('shop.models').models.Log",
    "import_string(settings.LOG_MODEL)",
    "apps.get_model(settings.LOG_LABEL)",
    "get_class('models', 'Log')",
    "get_classes('models', ['Tag', 'Log'])[1]",
    "load('shop.models.Log')",
    "MODELS['log']",
    "MODELS.get('log')",
    "{'log': Log, 'tag': Tag}['log']",
    "dict(log=Log, tag=Tag)['log']",
    "globals()['Log']",
    "ContentType.objects.get(model='log').model_class()",
    "ContentType.objects.get(app_label='shop', model='log').model_class()",
    "ContentType.objects.get_by_natural_key('shop', 'log').model_class()",
    "ContentType.objects.get_for_model(Log).model_class()",
    "locals_only()",
]


@pytest.mark.parametrize("model", MODELS)
def test_a_model_by_its_name(model: str) -> None:
    assert_touches(f"""
import shop.models
from importlib import import_module
from django.apps import apps
from django.apps import apps as django_apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.utils.module_loading import import_string
from shop.loading import get_class, get_classes, get_model
LABEL, PATH, NAME = "shop.Log", "shop.models.Log", "Log"
MODELS = {{"log": Log, "tag": Tag}}
def load(path):
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)
def locals_only():
    from shop import models
    return models.Log
def touch():
    model = {model}
    with transaction.atomic():  #> insert shop_log
        model.objects.create()
# file: shop/loading.py
from django.apps import apps
def get_model(app_label, model_name):
    return apps.get_registered_model(app_label, model_name)
def get_class(module_label, classname, module_prefix="shop"):
    return get_classes(module_label, [classname])[0]
def get_classes(module_label, classnames):
    ...
# file: config/settings.py
INSTALLED_APPS = ["shop"]
LOG_MODEL = "shop.models.Log"
LOG_LABEL = "shop.Log"
""")


def test_a_class_from_the_settings() -> None:
    assert_touches("""
from django.conf import settings
from django.utils.module_loading import import_string
def backend():
    return import_string(settings.SHOP_BACKEND)()
def touch():
    with transaction.atomic():  #> insert shop_log
        backend().run()
# file: shop/backends.py
from shop.models import Log, Tag
class Logging:
    def run(self):
        Log.objects.create(text="a")
class Tagging:
    def run(self):
        Tag.objects.create()
# file: config/settings.py
INSTALLED_APPS = ["shop"]
SHOP_BACKEND = "shop.backends.Logging"
""")


def test_all_classes_in_a_setting() -> None:
    assert_touches("""
from django.conf import settings
from django.utils.module_loading import import_string
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for path in settings.SHOP_BACKENDS:
            import_string(path)().run()
# file: shop/backends.py
from shop.models import Log, Stock, Tag
class Logging:
    def run(self):
        Log.objects.create(text="a")
class Tagging:
    def run(self):
        Tag.objects.create()
class Other:
    def run(self):
        Stock.objects.create()
# file: config/settings.py
INSTALLED_APPS = ["shop"]
SHOP_BACKENDS = ["shop.backends.Logging", "shop.backends.Tagging"]
""")


def test_a_registry_that_a_decorator_fills() -> None:
    assert_touches("""
HANDLERS = {}
def handles(kind):
    def decorator(function):
        HANDLERS[kind] = function
        return function
    return decorator
@handles("log")
def on_log():
    Log.objects.create(text="a")
@handles("tag")
def on_tag():
    Tag.objects.create()
def touch(kind):
    with transaction.atomic():  #> insert shop_log
        HANDLERS["log"]()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        HANDLERS[kind]()
""")


def test_a_registry_object() -> None:
    assert_touches("""
class Registry:
    def __init__(self):
        self._held = {}
    def register(self, cls):
        self._held[cls.name] = cls
        return cls
    def get(self, name):
        return self._held[name]
    def all(self):
        return self._held.values()
registry = Registry()
@registry.register
class Logging:
    name = "log"
    def run(self):
        Log.objects.create(text="a")
@registry.register
class Tagging:
    name = "tag"
    def run(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        registry.get("log")().run()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for cls in registry.all():
            cls().run()
""")


def test_subclasses_that_register_themselves() -> None:
    assert_touches("""
class Plugin:
    plugins = []
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.plugins.append(cls)
class Logging(Plugin):
    def run(self):
        Log.objects.create(text="a")
class Tagging(Plugin):
    def run(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for cls in Plugin.plugins:
            cls().run()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for cls in Plugin.__subclasses__():
            cls().run()
""")


def test_a_metaclass_that_registers() -> None:
    assert_touches("""
REGISTRY = {}
class Meta(type):
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        REGISTRY[name] = cls
        return cls
class Logging(metaclass=Meta):
    def run(self):
        Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> insert shop_log
        for cls in REGISTRY.values():
            cls().run()
""")


def test_a_long_list_of_tuples_keeps_its_columns() -> None:
    """Each of fifteen rows has its round, and what stands in one column is not what stands in another."""
    kinds = "\n".join(f"class Kind{number}(Base): pass" for number in range(14))
    calls = "\n".join(f"register('kind{number}', Kind{number}, {number})" for number in range(14))
    assert_touches(f"""
class Base:
    def run(self):
        Log.objects.create(text="a")
class Special(Base):
    def run(self):
        Tag.objects.create()
{kinds}
REGISTRY = []
def register(name, kind, label):
    REGISTRY.append((name, kind, label))
{calls}
register('special', Special, 15)
def run_all():
    for name, kind, label in REGISTRY:
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            kind().run()
""")


def test_subclasses_that_register_under_a_keyword() -> None:
    assert_touches("""
class Named:
    by_name = {}
    def __init_subclass__(cls, key=None, **kwargs):
        cls.by_name[key] = cls
        super().__init_subclass__(**kwargs)
class One(Named, key="one"):
    def run(self):
        Log.objects.create(text="a")
class Two(Named, key="two"):
    def run(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        Named.by_name["one"]().run()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for x in Named.by_name.values():
            x().run()
""")


def test_a_metaclass_that_holds_the_registry() -> None:
    assert_touches("""
class Meta(type):
    _registry = {}
    def __new__(mcs, name, bases, attrs):
        new_class = super().__new__(mcs, name, bases, attrs)
        new_class._registry[attrs.get("label", name)] = new_class
        return new_class
class A(metaclass=Meta):
    label = "a"
    @classmethod
    def get(cls, name):
        return cls._registry[name]
    def run(self):
        Stock.objects.create()
class B(A):
    label = "b"
    def run(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_tag
        A.get("b")().run()
    with transaction.atomic():  #> insert shop_stock
        A.get("a")().run()
""")


def test_a_metaclass_that_gives_some_classes_a_registry() -> None:
    assert_touches("""
from django.db.models.base import ModelBase
class MasterMeta(ModelBase):
    def __new__(cls, name, bases, attrs, **kwargs):
        if getattr(attrs.get("Meta"), "abstract", None):
            return super().__new__(cls, name, bases, attrs, **kwargs)
        if Master in bases:
            attrs["_details"] = {}
        made = super().__new__(cls, name, bases, attrs, **kwargs)
        made._details[made.KIND] = made
        return made
class Master(models.Model, metaclass=MasterMeta):
    kind = models.TextField()
    class Meta:
        abstract = True
    def cast(self):
        return self._details[self.kind].objects.get(pk=self.pk)
class Depot(Master):
    KIND = "depot"
class Remote(Master):
    KIND = "remote"
class FileDepot(Depot):
    KIND = "file"
class GitRemote(Remote):
    KIND = "git"
def change(depot: Depot, remote: Remote):
    with transaction.atomic():  #> update shop_depot, update shop_filedepot
        depot.cast().save()
    with transaction.atomic():  #> update shop_remote, update shop_gitremote
        remote.cast().save()
""")


def test_a_metaclass_that_initialises_classes() -> None:
    assert_touches("""
class Meta(type):
    held = []
    def __init__(cls, name, bases, attrs):
        super().__init__(name, bases, attrs)
        Meta.held.append(cls)
class C(metaclass=Meta):
    def run(self):
        Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> insert shop_log
        for cls in Meta.held:
            cls().run()
""")


def test_settings_that_are_written_as_classes() -> None:
    assert_touches("""
# file: config/settings/base.py
class Base(Configuration):
    INSTALLED_APPS = ["shop"]
    SHOP_BACKEND = "shop.backends.Logging"
# file: config/settings/production.py
from config.settings.base import Base
class Production(Base):
    @property
    def OTHER(self):
        return "x"
# file: shop/services.py
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
def touch():
    with transaction.atomic():  #> insert shop_log
        import_string(settings.SHOP_BACKEND)().run()
# file: shop/backends.py
from shop.models import Log, Tag
class Logging:
    def run(self):
        Log.objects.create(text="a")
class Tagging:
    def run(self):
        Tag.objects.create()
""")


@pytest.mark.parametrize(
    "asked",
    [
        "apps.get_registered_model(app, name)",
        "apps.get_model(app, name)",
        "apps.get_model('auth', 'User')",
    ],
)
def test_a_model_below_one_that_the_registry_gives(asked: str) -> None:
    assert_touches(f"""
def work():
    with transaction.atomic():  #> update auth_user, update shop_member
        Member.objects.get(pk=1).save()
# file: shop/models.py
from django.apps import apps
from django.conf import settings
from django.db import models
app, name = settings.AUTH_USER_MODEL.rsplit(".", 1)
User = None
try:
    User = {asked}
except KeyError:
    pass
class Member(User):
    since = models.DateField()
# file: shop/settings.py
SECRET_KEY = ""
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = ["shop", "django.contrib.auth"]
""")


def test_the_registry_of_apps_that_a_function_is_handed() -> None:
    assert_touches("""
from shop.models import *
def sync(sender, **kwargs):
    apps = kwargs.get("apps", None)
    if apps is not None:
        try:
            model = apps.get_model("shop", "Log")
        except LookupError:
            print("no such model")
        else:
            with transaction.atomic():  #> insert shop_log
                model.objects.create(text="a")
def forwards(apps, schema_editor):
    with transaction.atomic():  #> insert shop_tag
        apps.get_model("shop.Tag").objects.create()
""")


def test_a_base_class_with_a_metaclass_as_older_code_writes_it() -> None:
    assert_touches("""
# file: shop/compat.py
def with_metaclass(meta, *bases):
    class metaclass(meta):
        def __new__(cls, name, this_bases, d):
            if this_bases is None:
                return type.__new__(cls, name, (), d)
            return meta(name, bases, d)
    return metaclass("temporary_class", None, {})
# file: shop/services.py
from django.db import transaction
from shop.compat import with_metaclass
from shop.models import Log
class Meta(type):
    pass
class Keeper:
    model = None
    def keep(self):
        self.model.objects.create()
Kept = with_metaclass(Meta, Keeper)
class LogKeeper(Kept):
    model = Log
def run():
    with transaction.atomic():  #> insert shop_log
        LogKeeper().keep()
""")


@pytest.mark.parametrize(
    "body",
    [
        "return base.classes[model]",
        "return base.classes.get(model)",
        "return {}.get(model.__name__) or model",
    ],
)
def test_a_function_that_only_is_called_like_a_locator(body: str) -> None:
    """What is asked for an attribute that no text has is an object, and the function is followed like any other."""
    assert_touches(f"""
def get_class(model, base):
    {body}
class Base:
    classes = {{Log: Log}}
def touch():
    with transaction.atomic():  #> insert shop_log
        get_class(Log, Base).objects.create()
""")


@pytest.mark.parametrize("label", ["'shop.Order_tags'", "'shop', 'Order_tags'", "'shop', 'order_tags'"])
def test_the_model_of_a_link_table_by_its_name(label: str) -> None:
    assert_touches(f"""
from django.apps import apps
def touch(order: Order, tag: Tag):
    pairs = apps.get_model({label})
    with transaction.atomic():  #> insert shop_order_tags
        pairs.objects.bulk_create([pairs(order=order, tag=tag)])
""")


@pytest.mark.parametrize(
    ("enqueue", "handed"),
    [
        ("copy.delay(module, name)", "module, name"),
        ("copy.apply_async((module, name))", "module, name"),
        ("copy.apply_async(args=[module, name])", "module, name"),
        ("copy.apply_async(kwargs={'module': module, 'name': name})", "module, name"),
        ("copy.apply_async_on_commit(kwargs={'module': module, 'name': name})", "module, name"),
        ("copy.subtask(module, name).delay()", "module, name"),
        ("copy.delay(*args, **kwargs)", "*args, **kwargs"),
        ("transaction.on_commit(lambda: copy.delay(*args, **kwargs))", "*args, **kwargs"),
        ("transaction.on_commit(partial(copy.delay, module, name))", "module, name"),
    ],
)
def test_a_task_is_told_a_model_by_its_module_and_name(enqueue: str, handed: str) -> None:
    assert_touches(f"""
# file: shop/tasks.py
import importlib
from celery import shared_task
from django.db import transaction
@shared_task
def copy(module, name):
    model = getattr(importlib.import_module(module), name, None)
    with transaction.atomic():  #> insert shop_order | insert shop_tag
        model.objects.create()
# file: shop/services.py
from functools import partial
from django.db import transaction
from shop.models import *
from shop.tasks import copy
def later({handed}):
    {enqueue}
class Copying:
    model = None
    def post(self):
        later(self.model.__module__, self.model.__name__)
class OrderCopying(Copying):
    model = Order
class TagCopying(Copying):
    model = Tag
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
class Tag(models.Model):
    pass
""")


def test_what_a_row_has_is_copied_by_the_names_of_its_classes() -> None:
    assert_touches("""
import importlib
from django.db import transaction
def names(row):
    found = []
    for name in ["lines", "tags"]:
        for one in getattr(row, name).all():
            kind = type(one)
            found.append((kind.__module__, kind.__name__, one.pk))
    return found
def copy(row: Order):
    with transaction.atomic():  #> insert shop_line, insert shop_tag
        for one in names(row):
            kind = getattr(importlib.import_module(one[0]), one[1], None)
            kind.objects.create(old=one[2])
""")


@pytest.mark.parametrize(
    "body",
    [
        "return [(apps.get_model(label), column) for (label, column) in named]",
        "return [(apps.get_model(*label.split('.')), column) for label, column in named]",
        "return ((apps.get_model(label), column) for label, column in named if column)",
        "for label, column in named:\n        yield apps.get_model(label), column",
    ],
)
def test_models_by_the_names_that_a_function_is_handed(body: str) -> None:
    assert_touches(f"""
from django.apps import apps
def clear(value):
    with transaction.atomic():  #> update shop_order, update shop_log
        for model, column in load((("shop.order", "name"), ("shop.log", "text"))):
            model.objects.filter(**{{column: value}}).update(**{{column: ""}})
def touch(value):
    with transaction.atomic():  #> update shop_tag
        for model, column in load([("shop.tag", "name")]):
            model.objects.filter(**{{column: value}}).update(**{{column: ""}})
def load(named):
    {body}
""")
