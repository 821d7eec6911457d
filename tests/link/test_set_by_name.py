"""What is put into an object under names that a table gives, and asked for by a name that is not known."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("names", ['{"get": "update"}', '{"get": "update", **extra}'])
def test_who_asks_by_a_name_that_is_not_known_gets_what_was_put_there(names: str) -> None:
    assert_touches(f"""
class Base:
    def update(self):
        Log.objects.create()
    def never(self):
        Stock.objects.create()
class View(Base):
    def dispatch(self, request):
        with transaction.atomic():  #> insert shop_log
            getattr(self, request.method.lower())()
def run(request, extra):
    view = View()
    for method, action in {names}.items():
        setattr(view, method, getattr(view, action))
    view.dispatch(request)
""")


def test_what_is_put_there_by_its_own_name_is_not_meant() -> None:
    assert_touches("""
class View:
    def update(self):
        Log.objects.create()
    def dispatch(self, request):
        with transaction.atomic():  #> nothing
            getattr(self, request.method.lower())()
def run(request):
    view = View()
    setattr(view, "handler", view.update)
    view.dispatch(request)
""")


VIEWS = 60
"""More classes than a method keeps the collections apart for that it is handed."""


def test_few_tables_of_names_last_however_many_classes_are_asked_by_them() -> None:
    views = "".join(f"class Log{n}(View):\n    model = Log\n" for n in range(VIEWS))
    registered = "".join(f"router.register(Log{n})\n" for n in range(VIEWS))
    expected = " | ".join(["insert shop_log"] * VIEWS + ["insert shop_stock"])
    assert_touches(f"""
class View:
    @classmethod
    def as_view(cls, actions):
        def view(request):
            self = cls()
            for method, action in actions.items():
                setattr(self, method, getattr(self, action))
            return self.dispatch(request)
        return view
    def dispatch(self, request):
        with transaction.atomic():  #> {expected}
            return getattr(self, request.method.lower())(request)
    def create(self, request):
        self.model.objects.create()
    def destroy(self, request):
        self.model.objects.all().delete()
{views}
class Last(View):
    model = Stock
class Router:
    def __init__(self):
        self.registry = []
    def register(self, view):
        self.registry.append(view)
    def actions_of(self, view, mapping):
        held = {{}}
        for method, action in mapping.items():
            if hasattr(view, action):
                held[method] = action
        return held
    def urls(self, extra):
        for view in self.registry:
            view.as_view(self.actions_of(view, {{"get": "list", "post": "create", **extra}}))
router = Router()
{registered}
router.register(Last)
router.urls(load())
""")


@pytest.mark.parametrize("divided", ['path.split("__")[0]', 'path.partition("__")[0]', 'path.rsplit("__", 1)[0]'])
def test_what_a_row_has_is_named_by_the_first_part_of_a_lookup(divided: str) -> None:
    assert_touches(f"""
CHECKS = [(Line, [("order__total", 1), ("stock__left", 2)])]
def parents(row, paths):
    for path, _ in paths:
        name = {divided}
        print(getattr(row, name, None))
def work(pk):
    with transaction.atomic():  #> nothing, read shop_line, read shop_order, read shop_stock
        for model, paths in CHECKS:
            for row in model.objects.filter(pk=pk):
                parents(row, paths)
""")
