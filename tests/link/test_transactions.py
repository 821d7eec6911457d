"""What opens a transaction, in all its forms, and what belongs to it."""

from __future__ import annotations

import pytest

from boundary.link.program import link
from boundary.model.scan import Access, Frame, Scan, Transaction
from tests.link.linking import assert_touches, assert_transactions, divide, read

ONE_FOR_ALL = """
def store(row):
    with transaction.atomic():
        row.save()
"""

# --- blocks and decorators ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "opened",
    [
        "transaction.atomic()",
        "transaction.atomic(using='default')",
        "transaction.atomic('default')",
        "transaction.atomic(durable=True)",
        "transaction.atomic(savepoint=False)",
        "atomic()",
        "tx.atomic()",
        "django.db.transaction.atomic()",
        "open('x'), transaction.atomic()",
        "transaction.atomic(), open('x') as file",
        "(transaction.atomic())",
        "helper()",
        "atomic(using=DB)",
        "closing_over()",
    ],
)
def test_a_block(opened: str) -> None:
    assert_touches(f"""
import django.db
from django.db import transaction as tx
from django.db.transaction import atomic
DB = "default"
closing_over = transaction.atomic
def helper():
    return transaction.atomic()
def touch():
    Tag.objects.create()
    with {opened}:  #> insert shop_log
        Log.objects.create(text="a")
    Stock.objects.create()
""")


@pytest.mark.parametrize(
    "decorator",
    [
        "@transaction.atomic",
        "@transaction.atomic()",
        "@transaction.atomic(using='other')",
        "@transaction.atomic('other')",
        "@atomic",
        "@transaction.atomic(durable=True)",
    ],
)
def test_a_decorator(decorator: str) -> None:
    assert_touches(f"""
from django.db.transaction import atomic
{decorator}  #> insert shop_log
def touch():
    Log.objects.create(text="a")
""")


def test_the_kinds_of_transactions() -> None:
    assert_transactions(
        """
@transaction.atomic
def decorated():
    pass
def block():
    with transaction.atomic():
        pass
def implicit(log: Log):
    log.delete()
def nothing(log: Log):
    log.save()
""",
        "decorator services.decorated",
        "block services.block",
        "implicit services.implicit",
    )


def test_using_names_the_database() -> None:
    scan = assert_transactions(
        """
@transaction.atomic(using="other")
def decorated():
    pass
def block(alias):
    with transaction.atomic(using="archive"):
        pass
    with transaction.atomic(using=alias):
        pass
""",
        "decorator services.decorated",
        "block services.block",
        "block services.block",
    )
    assert {one.database for one in scan.transactions} == {"other", "archive", None}


@pytest.mark.parametrize("decorators", ["@staticmethod\n    {}", "@classmethod\n    {}", "{}\n    @staticmethod", "{}"])
def test_a_decorated_method(decorators: str) -> None:
    first, _, second = decorators.format("@transaction.atomic").partition("\n")
    arguments = "" if "static" in decorators else "self"
    assert_touches(f"""
class Service:
    {first}  #> insert shop_log
{second}
    def touch({arguments}):
        Log.objects.create(text="a")
""")


def test_a_decorated_property() -> None:
    assert_touches("""
class Service:
    @property  #> insert shop_log
    @transaction.atomic
    def touch(self):
        Log.objects.create(text="a")
""")


def test_a_function_that_is_wrapped_by_a_call() -> None:
    assert_touches("""
def touch():
    Log.objects.create(text="a")
def run():
    Tag.objects.create()
    transaction.atomic(touch)()
safe = transaction.atomic(touch)
def other():
    safe()
@transaction.atomic  #> insert shop_log, insert shop_tag
def all_of_it():
    run()
    safe()
""")


def test_a_transaction_inside_another_decorator() -> None:
    assert_touches("""
import functools
def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        Tag.objects.create()
        return function(*args, **kwargs)
    return wrapper
@logged  #> insert shop_log
@transaction.atomic
def touch():
    Log.objects.create(text="a")
""")


@pytest.mark.parametrize("guard", ["login_required", "method_decorator(login_required)", "require_POST", "csrf_exempt"])
def test_a_transaction_around_a_decorator_of_a_library(guard: str) -> None:
    scan = assert_touches(f"""
from django.contrib.auth.decorators import login_required
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
@transaction.atomic  #> insert shop_log
@{guard}
def touch(request):
    Log.objects.create(text="a")
@{guard}  #> insert shop_tag
@transaction.atomic
def look(request):
    Tag.objects.create()
def work(request):
    touch(request)
# file: shop/urls.py
from django.urls import path
from shop.services import look, touch
urlpatterns = [path("touch", touch), path("look", look)]
""")
    assert [one.kind for one in scan.transactions] == ["decorator", "decorator"]
    assert {one.function for one in scan.entry_points} == {"shop.services.touch", "shop.services.look"}


@pytest.mark.parametrize(
    ("above", "returned"),
    [
        ("@functools.wraps(function)", "wrapper"),
        ("@identity", "functools.wraps(function)(wrapper)"),
        ("@identity", "functools.update_wrapper(wrapper, function)"),
    ],
)
def test_a_transaction_around_another_decorator(above: str, returned: str) -> None:
    assert_touches(f"""
import functools
def identity(function):
    return function
def logged(function):
    {above}
    def wrapper(*args, **kwargs):
        Tag.objects.create()
        return function(*args, **kwargs)
    return {returned}
@transaction.atomic  #> insert shop_stock, insert shop_tag
@logged
def touch():
    Stock.objects.create()
@transaction.atomic  #> insert shop_tag
@logged
def look():
    Stock.objects.count()
""")


def test_a_transaction_around_a_wrapper_that_names_no_function() -> None:
    assert_touches("""
def logged(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
@transaction.atomic  #> insert shop_stock
@logged
def touch():
    Stock.objects.create()
@transaction.atomic  #> insert shop_log
@logged
def tell():
    Log.objects.create(text="a")
""")


def test_a_transaction_of_each_function_that_a_runner_is_handed() -> None:
    assert_transactions(
        """
def touch():
    Stock.objects.create()
    tell()
def tell():
    Log.objects.create(text="a")
def run(function):
    with transaction.atomic():
        return function()
def work():
    run(touch)
    run(tell)
""",
        "block services.run on services.touch",
        "block services.run on services.tell",
    )


# --- nested ---------------------------------------------------------------------------------------------------


def test_an_inner_block_belongs_to_the_outer_one() -> None:
    assert_touches("""
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        Log.objects.create(text="a")
        with transaction.atomic():  #> insert shop_tag
            Tag.objects.create()
""")


def test_calls_belong_to_the_transaction() -> None:
    assert_touches("""
def deep():
    Stock.objects.create()
def helper():
    Tag.objects.create()
    deep()
def touch():
    with transaction.atomic():  #> insert shop_tag, insert shop_stock
        helper()
    Log.objects.create(text="a")
""")


def test_a_transaction_that_a_callee_opens() -> None:
    assert_touches("""
@transaction.atomic  #> insert shop_tag
def helper():
    Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        helper()
        Log.objects.create(text="a")
""")


def test_recursion_and_circles() -> None:
    assert_touches("""
def odd(n):
    Tag.objects.create()
    even(n - 1)
def even(n):
    if n:
        Stock.objects.create()
        odd(n - 1)
def touch():
    with transaction.atomic():  #> insert shop_tag, insert shop_stock
        even(3)
""")


@pytest.mark.parametrize(
    "body",
    [
        "if x:\n            Log.objects.create()",
        "for one in x:\n            Log.objects.create()",
        "while x:\n            Log.objects.create()",
        "try:\n            Log.objects.create()\n        except Exception:\n            pass",
        "try:\n            x()\n        except Exception:\n            Log.objects.create()",
        "try:\n            x()\n        finally:\n            Log.objects.create()",
        "try:\n            x()\n        except ValueError: pass\n        else:\n            Log.objects.create()",
        "with x:\n            Log.objects.create()",
        "match x:\n            case 1:\n                Log.objects.create()",
        "return Log.objects.create()",
        "assert Log.objects.create()",
        "(lambda: Log.objects.create())()",
        "[Log.objects.create() for _ in range(3)]",
        "y = [Log.objects.create() if one else None for one in x]",
        "x = x or Log.objects.create()",
        "print(Log.objects.create())",
        "x[Log.objects.create()] = 1",
        "raise ValueError(Log.objects.create())",
        "yield Log.objects.create()",
        "def inner():\n            Log.objects.create()\n        inner()",
        "if (made := Log.objects.create()):\n            pass",
        "f'{Log.objects.create()}'",
        "{'a': Log.objects.create()}",
        "del x[Log.objects.create()]",
        "Log.objects.create().text",
        "x += Log.objects.create()",
        "if not x and Log.objects.create():\n            pass",
    ],
)
def test_every_statement_is_entered(body: str) -> None:
    assert_touches(f"""
def touch(x):
    with transaction.atomic():  #> insert shop_log
        {body}
""")


@pytest.mark.parametrize(
    "body",
    [
        "return\n        Log.objects.create()",
        "raise ValueError\n        Log.objects.create()",
        "if x:\n            return\n        else:\n            raise ValueError\n        Log.objects.create()",
        "lambda: Log.objects.create()",
        "def inner():\n            Log.objects.create()",
        "if False:\n            Log.objects.create()",
        "for one in []:\n            Log.objects.create()",
        "False and Log.objects.create()",
        "if TYPE_CHECKING:\n            Log.objects.create()",
    ],
)
def test_what_cannot_be_reached_does_not_happen(body: str) -> None:
    assert_touches(f"""
from typing import TYPE_CHECKING
def touch(x):
    with transaction.atomic():  #> nothing
        {body}
""")


# --- wrappers ---------------------------------------------------------------------------------------------------

HELPERS = """
import contextlib
from contextlib import ContextDecorator, ExitStack, contextmanager
from functools import partial, wraps
"""


def test_a_context_manager_that_hides_a_transaction() -> None:
    assert_touches(f"""{HELPERS}
@contextmanager
def unit_of_work():
    Tag.objects.create()
    with transaction.atomic():
        yield
    Stock.objects.create()
def touch():
    with unit_of_work():  #> insert shop_log
        Log.objects.create(text="a")
""")


def test_what_the_context_manager_writes_inside_belongs_to_the_transaction() -> None:
    assert_touches(f"""{HELPERS}
@contextlib.contextmanager
def unit_of_work(order):
    with transaction.atomic():
        order.save()
        yield order
        Tag.objects.create()
def touch(order: Order):
    with unit_of_work(order) as held:  #> insert shop_log, insert shop_tag, write shop_order, update shop_line
        held.lines.update(x=1)
        Log.objects.create(text="a")
""")


def test_the_transaction_of_a_helper_is_that_of_the_block_on_it() -> None:
    scan = link(
        read(
            divide(f"""{HELPERS}
@contextmanager
def inner():
    with transaction.atomic():
        yield
@contextmanager
def outer():
    with inner():
        Tag.objects.create()
        yield
def place(order: Order):
    with outer():
        order.save()
def log():
    with inner():
        Log.objects.create(text="a")
@inner()
def keep():
    Stock.objects.create()
@outer()
def tag(order: Order):
    order.delete()
""")
        )
    )
    entered = {
        (one.function.rpartition(".")[2], str(one.entered_at).rpartition(".")[2]): {
            f"{each.op} {each.table}" for each in one.accesses if each.op != "read"
        }
        for one in scan.transactions
        if isinstance(one.entered_at, Frame)
    }
    placed = {"insert shop_tag", "update shop_order"}
    tagged = {"insert shop_tag", "delete shop_order", "delete shop_order_tags"}
    assert {key: {one for one in held if "line" not in one} for key, held in entered.items()} == {
        ("inner", "place"): placed,
        ("inner", "log"): {"insert shop_log"},
        ("inner", "keep"): {"insert shop_stock"},
        ("inner", "tag"): tagged,
        ("outer", "place"): placed,
        ("outer", "tag"): tagged,
    }
    assert [one.function for one in scan.distinct()] == [
        f"shop.services.{name}" for name in ("place", "log", "keep", "tag")
    ]


@pytest.mark.parametrize(
    ("helper", "block", "counted"),
    [
        ("shop_order", "shop_order shop_line", 1),
        ("shop_order?", "shop_order", 1),  # the block is surer than the helper
        ("shop_order", "shop_order?", 2),
        ("shop_order shop_line", "shop_order", 2),
    ],
)
def test_a_transaction_of_a_helper_counts_where_it_binds_more(helper: str, block: str, counted: int) -> None:
    def bound(tables: str) -> tuple[Access, ...]:
        return tuple(
            Access(table=name.rstrip("?"), op="update", confidence="guessed" if name.endswith("?") else "certain")
            for name in tables.split()
        )

    entered = Transaction(id="b", function="place", file="shop.py", line=9, accesses=bound(block), kind="block")
    opened = Transaction(
        id="h",
        function="inner",
        file="shop.py",
        line=2,
        accesses=bound(helper),
        kind="block",
        entered_at=Frame("shop.py", 9, "place"),
    )
    assert len(Scan(root=".", transactions=(opened, entered)).distinct()) == counted


def test_a_context_manager_without_a_transaction_opens_none() -> None:
    assert_touches(f"""{HELPERS}
@contextmanager
def timed():
    yield
def touch():
    with timed():  #> no transaction
        Log.objects.create(text="a")
""")


def test_a_context_manager_as_a_decorator() -> None:
    assert_touches(f"""{HELPERS}
@contextmanager
def unit_of_work():
    with transaction.atomic():
        yield
@unit_of_work()  #> insert shop_log
def touch():
    Log.objects.create(text="a")
""")


def test_context_managers_in_each_other() -> None:
    assert_touches(f"""{HELPERS}
@contextmanager
def inner():
    with transaction.atomic():
        yield
@contextmanager
def outer():
    with inner():
        yield
def touch():
    with outer():  #> insert shop_log
        Log.objects.create(text="a")
""")


def test_callers_of_one_context_manager_are_kept_apart() -> None:
    assert_touches(f"""{HELPERS}
@contextmanager
def unit_of_work():
    with transaction.atomic():
        yield
def touch():
    with unit_of_work():  #> insert shop_log
        Log.objects.create(text="a")
def other():
    with unit_of_work():  #> insert shop_tag
        Tag.objects.create()
""")


def test_a_context_decorator() -> None:
    assert_touches(f"""{HELPERS}
class Unit(ContextDecorator):
    def __enter__(self):
        self.inner = transaction.atomic()
        self.inner.__enter__()
        return self
    def __exit__(self, *args):
        Tag.objects.create()
        self.inner.__exit__(*args)
def touch():
    with Unit():  #> insert shop_log, insert shop_tag
        Log.objects.create(text="a")
""")


def test_a_subclass_of_atomic() -> None:
    assert_touches(f"""{HELPERS}
from django.db.transaction import Atomic
class Unit(Atomic):
    def __exit__(self, *args):
        super().__exit__(*args)
def unit():
    return Unit(using=None, savepoint=True, durable=False)
def touch():
    with Unit("default", True, False):  #> insert shop_log
        Log.objects.create(text="a")
    with unit():  #> insert shop_tag
        Tag.objects.create()
@Unit("default", True, False)  #> insert shop_stock
def decorated():
    Stock.objects.create()
""")


@pytest.mark.parametrize(
    "body",
    [
        "with ExitStack() as stack:\n        stack.enter_context(transaction.atomic())\n        Log.objects.create()",
        "stack = ExitStack()\n    stack.enter_context(transaction.atomic())\n    Log.objects.create()",
    ],
)
def test_an_exit_stack(body: str) -> None:
    source = f"{HELPERS}\ndef touch():\n    {body}\n".replace(
        "transaction.atomic())", "transaction.atomic())  #> insert shop_log"
    )
    assert_touches(source)


def test_what_a_helper_does_around_the_functions_that_it_decorates() -> None:
    assert_touches("""
from contextlib import contextmanager
@contextmanager
def revised():
    with transaction.atomic():
        yield
        Log.objects.create()
@revised()  #> insert shop_log, insert shop_tag
def work():
    Tag.objects.create()
class View:
    @revised()  #> insert shop_log, insert shop_order
    def post(self, request):
        Order.objects.create()
def run(request):
    with revised():  #> insert shop_log, insert shop_stock
        Stock.objects.create()
    work()
    View().post(request)
""")


def test_a_decorator_of_the_project_with_a_block() -> None:
    assert_touches(f"""{HELPERS}
def in_transaction(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            return function(*args, **kwargs)
    return wrapper
@in_transaction
def touch():
    Log.objects.create(text="a")
@in_transaction
def other():
    Tag.objects.create()
def run():
    touch()
    other()
""")


def test_a_decorator_of_the_project_around_functions_that_nobody_calls() -> None:
    assert_touches(f"""{HELPERS}
def in_transaction(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            return function(*args, **kwargs)
    return wrapper
@in_transaction
def touch():
    Log.objects.create(text="a")
@in_transaction
def other():
    Tag.objects.create()
""")


def test_a_decorator_of_the_project_with_arguments() -> None:
    assert_touches(f"""{HELPERS}
def in_transaction(using=None, retries=3):
    def decorator(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(retries):
                with transaction.atomic(using=using):  #> insert shop_log
                    return function(*args, **kwargs)
        return wrapper
    return decorator
@in_transaction(retries=5)
def touch():
    Log.objects.create(text="a")
""")


def test_a_decorator_that_returns_a_decorated_function() -> None:
    assert_touches(f"""{HELPERS}
def unit(function):
    return transaction.atomic(function)
@unit  #> insert shop_log
def touch():
    Log.objects.create(text="a")
""")


def test_a_decorator_of_methods() -> None:
    assert_touches(f"""{HELPERS}
def in_transaction(method):
    @wraps(method)
    def wrapper(self, *args, **kwargs):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            return method(self, *args, **kwargs)
    return wrapper
class Service:
    @in_transaction
    def touch(self):
        self.work()
class Logs(Service):
    def work(self):
        Log.objects.create(text="a")
class Tags(Service):
    def work(self):
        Tag.objects.create()
def run():
    Logs().touch()
    Tags().touch()
""")


def test_a_function_that_runs_its_argument_in_a_transaction() -> None:
    assert_touches(f"""{HELPERS}
def run(function, *args):
    with transaction.atomic():  #> insert shop_log | write shop_order
        return function(*args)
def touch(order: Order):
    run(lambda: Log.objects.create(text="a"))
    run(order.save)
""")


def test_a_partial_of_atomic() -> None:
    assert_touches(f"""{HELPERS}
unit = partial(transaction.atomic, using="other")
def touch():
    with unit():  #> insert shop_log
        Log.objects.create(text="a")
""")


def test_a_choice_between_a_transaction_and_nothing() -> None:
    assert_touches(f"""{HELPERS}
def touch(safe):
    with transaction.atomic() if safe else contextlib.nullcontext():  #> insert shop_log
        Log.objects.create(text="a")
""")


def test_a_transaction_entered_by_hand() -> None:
    assert_touches(f"""{HELPERS}
def touch():
    unit = transaction.atomic()
    unit.__enter__()  #> insert shop_log
    Log.objects.create(text="a")
""")


# --- method_decorator ---------------------------------------------------------------------------------------

VIEW = """
from django.utils.decorators import method_decorator
from django.views import View
"""


@pytest.mark.parametrize("view", ["OrderView.as_view()", "other(OrderView.as_view())"])
def test_a_view_that_is_put_into_a_transaction_where_it_is_routed(view: str) -> None:
    assert_touches(f"""{VIEW}
from django.contrib.auth.decorators import login_required as other
from django.urls import path
class OrderView(View):
    def post(self, request):
        Log.objects.create(text="a")
urlpatterns = [
    path("orders", transaction.atomic({view})),  #> insert shop_log
]
""")


def test_a_context_manager_of_the_project_as_decorator() -> None:
    assert_touches("""
from contextlib import ContextDecorator
class Unit(ContextDecorator):
    def __init__(self):
        self.atomic = transaction.atomic()
    def __enter__(self):
        return self.atomic.__enter__()
    def __exit__(self, *args):
        Tag.objects.create()
        return self.atomic.__exit__(*args)
@Unit()  #> insert shop_log, insert shop_tag
def log():
    Log.objects.create()
def block():
    with Unit():  #> insert shop_stock, insert shop_tag
        Stock.objects.create()
""")


def test_method_decorator_on_a_method() -> None:
    assert_touches(f"""{VIEW}
class OrderView(View):
    @method_decorator(transaction.atomic)  #> insert shop_log
    def post(self, request):
        Log.objects.create(text="a")
    def get(self, request):
        Tag.objects.create()
""")


@pytest.mark.parametrize("given", ["transaction.atomic", "transaction.atomic()", "[transaction.atomic]", "decorators"])
def test_method_decorator_on_a_class(given: str) -> None:
    assert_touches(f"""{VIEW}
decorators = (transaction.atomic,)
@method_decorator({given}, name="dispatch")
class OrderView(View):  #> insert shop_log, insert shop_tag
    def post(self, request):
        Log.objects.create(text="a")
    def get(self, request):
        Tag.objects.create()
""")


def test_method_decorator_with_a_decorator_of_the_project() -> None:
    assert_touches(f"""{VIEW}
def unit(function):
    def wrapper(*args, **kwargs):
        with transaction.atomic():  #> insert shop_log
            return function(*args, **kwargs)
    return wrapper
class OrderView(View):
    @method_decorator(unit)
    def post(self, request):
        Log.objects.create(text="a")
""")


LOGGED = """
# file: config/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions"]
DATABASES = {"default": {"ENGINE": "x", "ATOMIC_REQUESTS": True}}
# file: shop/views.py
import inspect
from functools import wraps
from django.db import transaction
from django.utils.decorators import method_decorator
from django.views import View
from shop.models import *
def logged(function):
    @wraps(function)
    def wrapper(request, *args, **kwargs):
        Log.objects.create(text=request.path)
        return function(request, *args, **kwargs)
    return wrapper
def anywhere(thing):
    if inspect.isclass(thing):
        return method_decorator(logged, name="dispatch")(thing)
    return logged(thing)
def only(check):
    def around(function):
        @wraps(function)
        def wrapper(request, *args, **kwargs):
            check(request.user)
            return function(request, *args, **kwargs)
        return wrapper
    return around
def counted(user):
    user.save()
"""


@pytest.mark.parametrize(
    ("decorator", "written"),
    [
        ("method_decorator(logged, name='dispatch')", "insert shop_log"),
        ("method_decorator([only(counted), logged], name='dispatch')", "update auth_user, insert shop_log"),
        ("method_decorator(only(counted), name='dispatch')", "update auth_user"),
        ("anywhere", "insert shop_log"),
        ("method_decorator(logged, name='other')", ""),
    ],
)
def test_what_a_decorator_does_to_a_method_of_a_class(decorator: str, written: str) -> None:
    scan = assert_touches(f"""{LOGGED}
class Base(View):
    def post(self, request):
        Tag.objects.create()
@{decorator}
class OrderView(Base):  #> insert shop_tag{", " * bool(written)}{written}
    pass
class Later(OrderView):  #> insert shop_customer{", " * bool(written)}{written}
    def post(self, request):
        Customer.objects.create()
class Beside(Base):  #> insert shop_tag
    pass
""")
    views = {one.receiver for one in scan.transactions if one.function.endswith(".dispatch")}
    assert {"shop.views.OrderView", "shop.views.Later", "shop.views.Beside"} <= views


def test_a_decorated_method_is_given_the_request() -> None:
    assert_touches(f"""{LOGGED}
class OrderView(View):  #> insert shop_tag, update auth_user
    @method_decorator(only(counted))
    def post(self, request):
        Tag.objects.create()
""")


# --- requests -------------------------------------------------------------------------------------------------

REQUESTS = """
# file: config/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ENGINE": "x", "ATOMIC_REQUESTS": True}}
# file: shop/views.py
from django.db import transaction
from django.utils.decorators import method_decorator
from django.views import View
from shop.models import *
def order(request):  #> insert shop_log
    Log.objects.create(text="a")
@transaction.non_atomic_requests  #> no transaction
def plain(request):
    Log.objects.create(text="a")
class OrderView(View):  #> insert shop_tag
    def post(self, request):
        Tag.objects.create()
# file: shop/urls.py
from django.urls import path
from shop import views
urlpatterns = [
    path("a", views.order),
    path("b", views.plain),
    path("c", views.OrderView.as_view()),
]
"""


def test_atomic_requests() -> None:
    assert_touches(REQUESTS)


@pytest.mark.parametrize(
    "setting",
    [
        "DATABASES = {'default': dict(ATOMIC_REQUESTS=True)}",
        "DATABASES = {'default': {}}\nDATABASES['default']['ATOMIC_REQUESTS'] = True",
        "DATABASES = {'default': env.db()}\nDATABASES['default']['ATOMIC_REQUESTS'] = True",
        "DATABASES = {'default': {'ATOMIC_REQUESTS': env.bool('ATOMIC', default=True)}}",
        "DATABASES = {'default': {}}\nDATABASES['default'].update({'ATOMIC_REQUESTS': True})",
        "ATOMIC = True\nDATABASES = {'default': {'ATOMIC_REQUESTS': ATOMIC}}",
    ],
)
def test_atomic_requests_in_settings(setting: str) -> None:
    before = 'DATABASES = {"default": {"ENGINE": "x", "ATOMIC_REQUESTS": True}}'
    assert before in REQUESTS
    assert_touches(REQUESTS.replace(before, setting))


def test_a_class_that_is_not_atomic() -> None:
    assert_touches("""
# file: config/settings.py
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
# file: shop/views.py
from django.db import transaction
from django.utils.decorators import method_decorator
from django.views import View
from shop.models import Tag
@method_decorator(transaction.non_atomic_requests, name="dispatch")
class PlainView(View):  #> no transaction
    def post(self, request):
        Tag.objects.create()
""")


def test_requests_are_no_transactions_by_themselves() -> None:
    assert_touches("""
# file: config/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ATOMIC_REQUESTS": False}}
# file: shop/urls.py
from django.urls import path
from shop.models import Log
def order(request):  #> no transaction
    Log.objects.create(text="a")
urlpatterns = [path("a", order)]
""")


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_ways_into_a_transaction_have_numbers_by_what_they_do(order: tuple[int, ...]) -> None:
    callers = [f"def start_{model.lower()}():\n    store({model}())\n" for model in ("Log", "Stock", "Tag")]
    scan = link(read(divide(ONE_FOR_ALL + "".join(callers[number] for number in order))))
    assert [(one.id.partition("#")[2], [each.table for each in one.accesses]) for one in scan.transactions] == [
        ("", ["shop_log"]),
        ("2", ["shop_stock"]),
        ("3", ["shop_tag"]),
    ]


def test_one_way_stands_for_those_that_bind_the_same_with_what_any_of_them_reads() -> None:
    assert_touches("""
class Tagged(Log):
    class Meta:
        proxy = True
    def describe(self):
        return Tag.objects.count()
class Stocked(Log):
    class Meta:
        proxy = True
    def describe(self):
        return Stock.objects.count()
def run(row):
    with transaction.atomic():  #> write shop_log, read shop_tag, read shop_stock
        row.text = row.describe()
        row.save()
def start():
    run(Tagged())
    run(Stocked())
""")
