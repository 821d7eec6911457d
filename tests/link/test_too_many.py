"""A dispatcher may mean each of many handlers; of more than are kept apart, what is not seen is told."""

from __future__ import annotations

import pytest

from boundary.link.definitions.symbols import MOST_MADE
from boundary.link.domain.joining import MOST_KEPT
from boundary.link.frameworks.django.generic import MOST_TARGETS
from boundary.link.program import link
from tests.link.linking import assert_touches, divide, read

MANY = MOST_KEPT
"""Handlers as a large dispatcher has them."""
TOO_MANY = MOST_KEPT + 20

DISPATCHERS = {
    "a dict of classes": "HANDLERS = {{{classes}}}\ndef made(kind):\n    return HANDLERS[kind]()",
    "a dict of classes that share a base": "HANDLERS = {{{classes}}}\ndef made(kind):\n    return HANDLERS[kind]()",
    "a dict of objects": "HANDLERS = {{{objects}}}\ndef made(kind):\n    return HANDLERS.get(kind)",
    "a list of objects": "HANDLERS = [{listed}]\ndef made(kind):\n    return next(h for h in HANDLERS if h.kind)",
    "branches": "def made(kind):\n    {branches}",
    "branches of a match": "def made(kind):\n    match kind:\n        {cases}",
    "an attribute": "class Held:\n    pass\ndef made(kind):\n    held = Held()\n    {stored}\n    return held.handler",
    "methods by the start of their name": (
        "class Runs:\n    {methods}\n    def run(self, kind):\n        getattr(self, 'run_' + kind)()\n"
        "def made(kind):\n    return Step(kind)\nclass Step:\n    def __init__(self, kind):\n        self.kind = kind\n"
        "    def run(self):\n        Runs().run(self.kind)"
    ),
}


def dispatching(dispatcher: str, number: int) -> str:
    """An application with so many handlers, the last two of which write, and a transaction that calls one of them."""
    base = "(Base)" if "share a base" in dispatcher else ""
    written = {number - 2: "Log.objects.create(text='x')", number - 1: "Tag.objects.create()"}
    bodies = [written.get(n, "pass") for n in range(number)]
    parts = {
        "classes": ", ".join(f"'{n}': Handler{n}" for n in range(number)),
        "objects": ", ".join(f"'{n}': Handler{n}()" for n in range(number)),
        "listed": ", ".join(f"Handler{n}()" for n in range(number)),
        "branches": "\n    ".join(f"if kind == '{n}':\n        return Handler{n}()" for n in range(number)),
        "cases": "\n        ".join(f"case '{n}':\n            return Handler{n}()" for n in range(number)),
        "stored": "\n    ".join(f"if kind == '{n}':\n        held.handler = Handler{n}()" for n in range(number)),
        "methods": "\n    ".join(f"def run_{n}(self):\n        {body}" for n, body in enumerate(bodies)),
    }
    classes = (f"class Handler{n}{base}:\n    def run(self):\n        {body}" for n, body in enumerate(bodies))
    return "\n".join(
        [
            "class Base:\n    pass",
            *classes,
            DISPATCHERS[dispatcher].format(**parts),
            "def work(order):",
            "    with transaction.atomic():  #> insert shop_log, insert shop_tag",
            "        made(order.name).run()",
        ]
    )


@pytest.mark.parametrize("dispatcher", DISPATCHERS)
def test_each_of_many_handlers_may_be_meant(dispatcher: str) -> None:
    scan = assert_touches(dispatching(dispatcher, MANY))
    assert not scan.completeness.blind_spots


@pytest.mark.parametrize("dispatcher", DISPATCHERS)
def test_what_is_beyond_those_that_are_kept_apart_is_told(dispatcher: str) -> None:
    scan = link(read(divide(dispatching(dispatcher, TOO_MANY))))
    assert scan.completeness.blind_spots
    assert scan.completeness.calls_resolved + scan.completeness.calls_external < scan.completeness.calls


@pytest.mark.parametrize("dispatcher", DISPATCHERS)
def test_it_is_told_of_a_transaction_that_calls_one_by_way_of_a_function(dispatcher: str) -> None:
    around = dispatching(dispatcher, TOO_MANY).replace("        made(order.name).run()", "        dispatch(order.name)")
    scan = link(read(divide(f"{around}\ndef dispatch(kind):\n    made(kind).run()\n")))
    (transaction,) = [one for one in scan.transactions if one.function.endswith(".work")]
    assert any("more than are kept apart" in spot.reason for spot in transaction.blind_spots)


@pytest.mark.parametrize("dispatcher", ["a dict of objects", "a list of objects", "branches", "an attribute"])
def test_it_is_not_told_where_nothing_that_is_called_so_comes_to_a_table(dispatcher: str) -> None:
    idle = dispatching(dispatcher, TOO_MANY).replace("Log.objects.create(text='x')", "pass")
    idle = idle.replace("Tag.objects.create()", "pass").replace("run(", "carried(")  # which no library has
    scan = link(read(divide(f"{idle}\n        Log.objects.create(text='x')\n")))
    assert [spot.reason for one in scan.transactions for spot in one.blind_spots] == []
    assert scan.completeness.calls_resolved + scan.completeness.calls_external < scan.completeness.calls


@pytest.mark.parametrize(("does", "told"), [("pass", False), ("Tag.objects.create()", True)])
def test_one_of_more_classes_than_are_kept_apart_is_told_where_it_comes_to_a_table(does: str, *, told: bool) -> None:
    kinds = "\n".join(f"class Kind{n}:\n    pass" for n in range(MOST_MADE + 20))
    uses = "\n".join(f"        Checks(Kind{n})" for n in range(MOST_MADE + 20))
    scan = link(
        read(
            divide(f"""
{kinds}
class Base:
    def __init__(self, kind):
        self.kind = kind
        {does}
def Checks(kind):
    class Check(Base):
        def __call__(self):
            return kind()
    return Check(kind)
def work():
    with transaction.atomic():
        Log.objects.create()
{uses}
""")
        )
    )
    assert any("Check may be of more" in spot.reason for one in scan.transactions for spot in one.blind_spots) is told


def test_functions_of_a_module_by_the_start_of_their_name() -> None:
    bodies = ["pass"] * MANY
    bodies[-2:] = ["Log.objects.create(text='x')", "Tag.objects.create()"]
    functions = "\n".join(f"def handle_{n}():\n    {body}" for n, body in enumerate(bodies))
    assert_touches(f"""
# file: shop/handlers.py
from shop.models import *
{functions}
# file: shop/services.py
from django.db import transaction
from shop import handlers
def work(order):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        getattr(handlers, f"handle_{{order.name}}")()
""")


CALLERS = {
    "a list of rows": ("rows", "for row in rows:\n            row.save()", "[{model}()]"),
    "a row by its name": ("**given", "given['row'].save()", "row={model}()"),
}


@pytest.mark.parametrize("handed", CALLERS)
def test_what_many_callers_hand_over_is_told_where_they_are_joined(handed: str) -> None:
    parameter, body, given = CALLERS[handed]
    models = "\n".join(f"class Kind{n}(models.Model):\n    pass" for n in range(TOO_MANY))
    calls = "\n".join(f"def call_{n}():\n    save({given.format(model=f'Kind{n}')})" for n in range(TOO_MANY))
    scan = link(
        read(divide(f"{models}\ndef save({parameter}):\n    with transaction.atomic():\n        {body}\n{calls}"))
    )
    assert [(spot.line, spot.reason) for one in scan.transactions for spot in one.blind_spots]


MAKERS = {
    "a class statement": (MOST_MADE, "class Made(Saver):\n        kind = model\n    return Made"),
    "a call of type": (MOST_KEPT, "return type('Made', (Saver,), {'kind': model})"),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_classes_that_one_place_makes_are_told_where_another_stands_for_them(maker: str) -> None:
    most, body = MAKERS[maker]
    numbers = range(most + 5)
    models = "\n".join(f"class Kind{n}(models.Model):\n    pass" for n in numbers)
    calls = "\n".join(f"@transaction.atomic\ndef call_{n}():\n    saver(Kind{n})().keep()" for n in numbers)
    base = "class Saver:\n    kind = None\n    def keep(self):\n        self.kind.objects.create()"
    scan = link(read(divide(f"{models}\n{base}\ndef saver(model):\n    {body}\n{calls}")))
    blind = [one for one in scan.transactions if one.blind_spots]
    assert len(scan.transactions) - len(blind) == most
    assert len(blind) == len(numbers) - most


def test_classes_that_extend_one_of_a_library_are_one_for_each_page() -> None:
    numbers = range(MOST_MADE + 5)
    models = "\n".join(f"class Kind{n}(models.Model):\n    pass" for n in numbers)
    calls = "\n".join(
        f"def call_{n}(data):\n    with transaction.atomic():  #> insert shop_kind{n}\n"
        f"        form_of(Kind{n})(data).save()"
        for n in numbers
    )
    scan = assert_touches(f"""
from django import forms
{models}
def form_of(kind):
    class Made(forms.ModelForm):
        class Meta:
            model = kind
    return Made
{calls}
""")
    assert not scan.completeness.blind_spots


COMMENTS = """
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
class Comment(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    text = models.TextField()
    about = GenericForeignKey()
def keep(row):
    row.save()
class Held:
    def first(self, comment: Comment):
        self.row = comment.about
    def second(self, order: Order):
        self.row = order
def first_of(comment, order):
    if comment.text:
        return comment.about
    return order
def each(comment, order):
    yield comment.about
    yield order
"""
LOOKS_UP = "about may be a row of more models than are kept apart"
GENERIC = {
    "about = comment.about": [LOOKS_UP],
    "about, again = comment.about, comment.about\n        more = comment.about": [LOOKS_UP],
    "comment.about.lines.all()": [LOOKS_UP, "call of comment.about.lines.all may be of more than are kept apart"],
    "comment.about.save()": [LOOKS_UP, "call of comment.about.save may be of more than are kept apart"],
    "comment.about.delete()": [LOOKS_UP, "call of comment.about.delete may be of more than are kept apart"],
    "keep(comment.about)": [LOOKS_UP, "call of row.save may be of more than are kept apart"],
    "keep(before)": ["call of row.save may be of more than are kept apart"],
    "Comment.objects.update(text='x')": [],
}


def about_many(models: int, body: str) -> str:
    """An application whose comments may be about so many models, and what its one transaction does."""
    kinds = "\n".join(f"class Kind{n}(models.Model):\n    comments = GenericRelation(Comment)" for n in range(models))
    return f"{COMMENTS}{kinds}\ndef work(comment: Comment, order: Order):\n    before = comment.about\n{body}"


@pytest.mark.parametrize("statement", GENERIC)
def test_a_generic_key_of_more_models_than_are_kept_apart_is_told(statement: str) -> None:
    body = f"    with transaction.atomic():\n        {statement}"
    for models, told in ((MOST_TARGETS, []), (MOST_TARGETS + 1, GENERIC[statement])):
        scan = link(read(divide(about_many(models, body))))
        (transaction,) = scan.transactions
        assert sorted(spot.reason for spot in transaction.blind_spots) == told


def test_a_generic_key_of_too_many_models_is_told_where_it_is_written() -> None:
    body = """
    with transaction.atomic():
        comment.about
        other(comment)
def other(comment: Comment):
    return comment.about
@transaction.atomic
def another(comment: Comment):
    return other(comment), keep(comment.about)"""
    files = divide(about_many(MOST_TARGETS + 1, body))
    (key,) = [
        (file, number)
        for file, text in files.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if line == "    about = GenericForeignKey()"
    ]
    transactions = link(read(files)).transactions
    assert [len(one.blind_spots) for one in transactions] == [1, 2]
    told = {(one.file, one.line) for each in transactions for one in each.blind_spots if one.reason == LOOKS_UP}
    assert told == {key}


@pytest.mark.parametrize(
    "statement",
    [
        "(comment.about if comment.text else order).save()",
        "first_of(comment, order).save()",
        "for row in each(comment, order):\n            row.save()",
        "held = Held()\n        held.first(comment)\n        held.second(order)\n        held.row.save()",
    ],
)
def test_what_stands_beside_a_row_of_too_many_models_is_kept(statement: str) -> None:
    body = f"    with transaction.atomic():  #> update shop_order\n        {statement}"
    (transaction,) = assert_touches(about_many(MOST_TARGETS + 1, body)).transactions
    assert LOOKS_UP in [spot.reason for spot in transaction.blind_spots]


@pytest.mark.parametrize("first", ["if not kind:\n        return None", "log(kind)"])
def test_what_else_a_function_may_give_stays_beside_too_many(first: str) -> None:
    classes = "\n".join(f"class Handler{n}:\n    pass" for n in range(TOO_MANY))
    listed = ", ".join(f"'{n}': Handler{n}" for n in range(TOO_MANY))
    assert_touches(f"""
{classes}
HANDLERS = {{{listed}}}
def found(kind):
    {first}
    if kind == "order":
        row = Order.objects.get()
    else:
        row = HANDLERS[kind]()
    return row
def work(kind):
    with transaction.atomic():  #> update shop_order
        found(kind).save()
""")


@pytest.mark.parametrize(
    ("annotation", "called", "blind"),
    [
        (": dict", "get(order)", False),
        (": dict[str, int] | None", "update(a=1)", False),
        (": 'list[int]'", "append(1)", False),
        (": dict", "run()", True),
        ("", "get(order)", True),
        (": Base", "get(order)", True),
    ],
)
def test_methods_of_collections_that_an_annotation_promises(annotation: str, called: str, *, blind: bool) -> None:
    source = dispatching("a dict of classes that share a base", TOO_MANY).replace(
        "made(order.name).run()", "use(made(order.name), order)"
    )
    scan = link(read(divide(f"{source}\ndef use(held{annotation}, order):\n    held.{called}\n")))
    (transaction,) = [one for one in scan.transactions if one.function.endswith(".work")]
    assert any("held" in spot.reason for spot in transaction.blind_spots) is blind
