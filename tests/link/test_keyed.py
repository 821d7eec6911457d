"""Loops that keep under each name what they ask for by that name, and for each member what belongs to it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

VIEWS = """
from django.views.generic import View
class Noting:
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._noted = []
    def note(self, *args):
        self._noted.extend(args)  # or one by one
    def shown(self):
        context = {}
        for name in self._noted:
            context[name] = getattr(self, name)
        return context
class Orders(Noting, View):
    def get(self, request):
        self.order = Order.objects.get(pk=1)
        self.log = Log.objects.get(pk=1)
        self.note("order", "log")
        with transaction.atomic():  #> update shop_order
            self.shown()["order"].save()
class Stocks(Noting, View):
    def get(self, request):
        self.stock = Stock.objects.get(pk=1)
        self.note("stock")
        with transaction.atomic():  #> update shop_stock
            self.shown()["stock"].save()
"""


@pytest.mark.parametrize(
    "how",
    [
        "self._noted.extend(args)",
        "for one in args: self._noted.append(one)",
        "for each in [args]: self._noted.extend(each)",
    ],
)
def test_what_each_object_has_noted(how: str) -> None:
    assert_touches(VIEWS.replace("self._noted.extend(args)  # or one by one", how))


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("held[name] = getattr(row, name)", "update shop_customer"),
        ("held[name] = getattr(row, name, None)", "update shop_customer"),
        ("if name != 'total':\n            held[name] = getattr(row, name)", "update shop_customer"),
        ("held['any'] = getattr(row, name)", "nothing"),
    ],
)
def test_names_that_are_written_down(body: str, written: str) -> None:
    assert_touches(f"""
NAMES = ("total", "customer", "pk", "kind", "note", "stock")
def run(row: Order):
    row.stock = Stock.objects.get(pk=1)
    held = {{}}
    for name in NAMES:
        {body}
    with transaction.atomic():  #> {written}
        held["customer"].save()
""")


def test_many_names_that_are_noted_one_after_the_other() -> None:
    kept = "".join(f"        self.name{number} = {number}\n        self.note('name{number}')\n" for number in range(14))
    assert_touches(f"""{VIEWS}
class Many(Noting, View):
    def get(self, request):
        self.order = Order.objects.get(pk=1)
        self.note("order")
{kept}
        with transaction.atomic():  #> update shop_order
            self.shown()["order"].save()
""")


FORM = """
from django import forms
class OrderForm(forms.Form):
    order = forms.ModelChoiceField(queryset=Order.objects.all())
    stock = forms.ModelChoiceField(queryset=Stock.objects.all())
    note = forms.CharField()
    kind = forms.CharField()
    place = forms.CharField()
    street = forms.CharField()
    country = forms.CharField()
    paid = forms.BooleanField()
    total = forms.DecimalField()
    day = forms.DateField()
"""
INIT = """
    def __init__(self, *args):
        super().__init__(*args)
"""


@pytest.mark.parametrize(
    "more",
    [
        "",
        "        for row in Log.objects.all():\n            self.fields[f'cf_{row.name}'] = forms.CharField()",
        "        for field in self.fields.values():\n            field.queryset = field.queryset.filter(open=True)",
        "        for _, field in self.fields.items():\n            field.label = field.label.title()",
        "        for name, field in self.fields.items():\n            field.label = name",
    ],
)
def test_what_a_form_of_many_fields_has_cleaned(more: str) -> None:
    assert_touches(f"""{FORM}{INIT}{more}
def run(request):
    form = OrderForm(request.POST)
    if form.is_valid():
        with transaction.atomic():  #> update shop_stock
            form.cleaned_data["stock"].save()
""")


@pytest.mark.parametrize(
    ("loop", "written"),
    [
        ("for name, row in rows.items():\n        held[name] = row", "update shop_stock"),
        ("for name, row in rows.items():\n        held[name] = check(row)", "update shop_stock"),
        ("for name, row in rows.items():\n        held['any'] = row", "nothing"),
        ("for name in rows:\n        held[name] = rows[name]", "update shop_order, update shop_stock"),
    ],
)
def test_pairs_of_a_dict(loop: str, written: str) -> None:
    assert_touches(f"""
MORE = (1, 2, 3, 4, 5, 6, 7, 8)
def check(row):
    return row
def run():
    rows = {{"order": Order.objects.get(pk=1), "stock": Stock.objects.get(pk=1)}} | {{str(one): one for one in MORE}}
    held = {{}}
    {loop}
    with transaction.atomic():  #> {written}
        held["stock"].save()
""")


@pytest.mark.parametrize(
    "loop",
    [
        "for choice in choices.values():",
        "for name, choice in choices.items():",
        "for choice in list(choices.values()):",
        "for choice in [orders, stocks, logs, lines, tags]:",
    ],
)
def test_objects_that_are_changed_by_what_they_have(loop: str) -> None:
    assert_touches(f"""
class Choice:
    def __init__(self, rows):
        self.rows = rows
def run():
    orders, stocks, logs = Choice(Order.objects.all()), Choice(Stock.objects.all()), Choice(Log.objects.all())
    lines, tags = Choice(Line.objects.all()), Choice(Tag.objects.all())
    choices = {{"order": orders, "stock": stocks, "log": logs, "line": lines, "tag": tags}}
    {loop}
        choice.rows = choice.rows.filter(open=True)
    with transaction.atomic():  #> update shop_stock
        stocks.rows.update(open=False)
""")


@pytest.mark.parametrize("loop", ["for row in rows.values():", "for name, row in rows.items():"])
@pytest.mark.parametrize(
    "put",
    [
        "rows[name] = Log()",
        "rows['log'] = Log()",
        "rows['order'] = Log()",
        "rows.setdefault(name, Log())",
        "rows.update({name: Log()})",
        "rows.update(log=Log())",
        "rows |= {name: Log()}",
        "keep(rows, name)",
    ],
)
def test_what_is_put_under_another_key_is_among_the_values(loop: str, put: str) -> None:
    assert_touches(f"""
def keep(rows, name):
    rows[name] = Log()
def run(name):
    rows = {{"order": Tag(), "stock": Stock()}}
    {put}
    with transaction.atomic():  #> insert shop_log, insert shop_stock{"" if "'order'" in put else ", insert shop_tag"}
        {loop}
            row.save()
""")


@pytest.mark.parametrize("loop", ["for found in rows.values():", "for found in sorted(rows.values()):"])
@pytest.mark.parametrize("put", ["rows[name].append(Log())", "rows.setdefault(name, []).append(Log())"])
def test_lists_that_are_filled_under_another_key(loop: str, put: str) -> None:
    assert_touches(f"""
def run(name):
    rows = {{"order": [Tag()], "stock": []}}
    {put}
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        {loop}
            for one in found:
                one.save()
""")
