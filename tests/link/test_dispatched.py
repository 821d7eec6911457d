"""Methods of an object that are called by a name which only a run can tell, and one commit behind all of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HANDLERS = """
import psycopg2
conn = psycopg2.connect("")
def log(text):
    conn.cursor().execute("INSERT INTO logs (a) VALUES (1)")
class Orders:
    def place(self, text):
        conn.cursor().execute("INSERT INTO orders (a) VALUES (1)")
    def cancel(self, text):
        conn.cursor().execute("DELETE FROM orders")
        log(text)
    log = staticmethod(log)
    def _hidden(self):
        conn.cursor().execute("DELETE FROM stock")
def login(name):
    conn.cursor().execute("INSERT INTO sessions (a) VALUES (1)")
"""
REGISTRY = """
class Registry:
    def __init__(self):
        self.functions = {}
    def register(self, function, name=None):
        if name is None:
            name = function.__name__
        self.functions[name] = function
    def register_object(self, instance, prefix=None):
        for name in dir(instance):
            if name.startswith("_"):
                continue
            function = getattr(instance, name)
            if not callable(function):
                continue
            if prefix is not None:
                name = "%s.%s" % (prefix, name)
            self.register(function, name)
    def get(self, name):
        found = self.functions.get(name, None)
        if found is None:
            raise KeyError(name)
        return found
    def call(self, _name, *args):
        return self.get(_name)(*args)
registry = Registry()
registry.register_object(Orders(), PREFIX)
"""


def test_each_that_may_be_called_is_a_transaction() -> None:
    assert_touches(f"""
{HANDLERS}
{REGISTRY.replace("PREFIX", "None")}
def dispatch(environ):
    return registry.get(environ["method"])(environ["text"])
def application(environ, start):
    response = dispatch(environ)
    conn.commit()  #> insert orders | delete orders, insert logs | insert logs
    return [response]
""")


@pytest.mark.parametrize(
    ("call", "writes"),
    [
        ('registry.get("place")(1)', "insert orders"),
        ('registry.call("place", 1)', "insert orders"),
        ('registry.get("orders.cancel")(1)', "delete orders, insert logs"),
        ('registry.call("login", 1)', "insert sessions"),
        ('registry.get("_hidden")()', "nothing"),
    ],
)
def test_by_a_name_it_is_the_method_of_that_name(call: str, writes: str) -> None:
    prefix = '"orders"' if "orders." in call else "None"
    assert_touches(f"""
{HANDLERS}
{REGISTRY.replace("PREFIX", prefix)}
registry.register(login)
def work():
    {call}
    conn.commit()  #> {writes}
""")


def test_a_flag_that_only_one_of_several_dicts_has() -> None:
    assert_touches("""
import psycopg2
def load(environ):
    return {name: environ[name] for name in environ}
def setup(environ):
    global options
    try:
        options = load(environ)
    except Exception:
        options = {"offline": True}
def application(environ):
    setup(environ)
    if options.get("offline"):
        return None
    conn = psycopg2.connect("")
    conn.cursor().execute("INSERT INTO orders (a) VALUES (1)")
    conn.commit()  #> insert orders
""")


@pytest.mark.parametrize(
    "called",
    [
        "for name in dir(self):\n            if name.startswith('step_'):\n                getattr(self, name)()",
        "for step in [getattr(self, name) for name in dir(self) if name.startswith('step_')]:\n            step()",
        "for name in dir(self):\n            if name.startswith('step_') and x:\n                getattr(self, name)()",
    ],
)
def test_methods_whose_names_begin_so(called: str) -> None:
    assert_touches(f"""
class Steps:
    def step_one(self):
        Log.objects.create()
    def step_two(self):
        Tag.objects.create()
    def undo(self):
        Order.objects.all().delete()
    @transaction.atomic  #> insert shop_log, insert shop_tag
    def run(self):
        {called}
def work():
    Steps().run()
""")


LISTED = {
    "in a tuple": ("('log', 'tag')", "insert shop_log, insert shop_tag"),
    "in a dict": ("{'log': None, 'tag': None}", "insert shop_log, insert shop_tag"),
    "in what becomes a dict": ("dict.fromkeys(('log',))", "insert shop_log"),
    "in one of two dicts": ("{'log': None} if self.more else {'tag': None}", "insert shop_log, insert shop_tag"),
    "in a dict with more": ("{'log': None, self.more: None}", "nothing"),
}


@pytest.mark.parametrize("listed", LISTED)
@pytest.mark.parametrize("test", ["action not in listed", "not (listed and action in listed)"])
def test_methods_whose_names_are_listed(test: str, listed: str) -> None:
    names, written = LISTED[listed]
    assert_touches(f"""
class Actions:
    def log(self): Log.objects.create()
    def tag(self): Tag.objects.create()
    def order(self): Order.objects.create()
    @transaction.atomic  #> {written}
    def run(self, request):
        action = request.POST.get("action", "").lower()
        listed = {names}
        if {test}:
            return None
        return getattr(self, action)()
def work(request):
    Actions().run(request)
""")
