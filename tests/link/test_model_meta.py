"""Code that works on the fields of any model, as `_meta` lists them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_the_many_to_many_fields_of_an_instance() -> None:
    assert_touches("""
from itertools import chain
def save_m2m(instance, data):
    opts = instance._meta
    for f in chain(opts.many_to_many, opts.private_fields):
        if not hasattr(f, "save_form_data"):
            continue
        if f.name in data:
            f.save_form_data(instance, data[f.name])
def set_all(instance, data):
    for field in instance._meta.many_to_many:
        getattr(instance, field.name).set(data)
def change(order: Order, data):
    with transaction.atomic():  #> insert shop_order_tags, delete shop_order_tags
        save_m2m(order, data)
    with transaction.atomic():  #> insert shop_order_tags, delete shop_order_tags
        set_all(order, data)
    with transaction.atomic():  #> nothing
        save_m2m(Log(), data)
""")


def test_a_many_to_many_field_that_only_a_run_can_name() -> None:
    assert_touches("""
def change(order: Order, line: Line, data, name):
    with transaction.atomic():  #> write shop_order_tags?, delete shop_order_tags?
        for key, rows in data.items():
            pairs = getattr(order, key)
            pairs.set(rows)
    with transaction.atomic():  #> insert shop_order_tags?
        getattr(order, name).add(Tag.objects.get(pk=1))
    with transaction.atomic():  #> nothing
        getattr(line, name).set(data)
    with transaction.atomic():  #> nothing
        getattr(order, name).save()
        for row in getattr(order, name).all():
            row.delete()
""")


def test_the_rows_that_point_at_an_instance() -> None:
    assert_touches("""
def merge(kept, other):
    for relation in other._meta.related_objects:
        relation.related_model.objects.filter(**{relation.field.name: other}).update(**{relation.field.name: kept})
def merge_by_name(kept, other):
    for relation in other._meta.related_objects:
        getattr(other, relation.get_accessor_name()).update(x=kept)
def change(one: Customer, other: Customer):
    with transaction.atomic():  #> update shop_order
        merge(one, other)
    with transaction.atomic():  #> update shop_order
        merge_by_name(one, other)
""")


def test_fields_that_are_picked_by_their_class() -> None:
    assert_touches("""
def clean(instance):
    for name in [field.name for field in instance._meta.fields if isinstance(field, models.FileField)]:
        getattr(instance, name).delete()
def change(line: Line):
    with transaction.atomic():  #> nothing
        clean(line)
""")


SOFT = """
from django.apps import apps
def hide_related(app_label, model_name, pk):
    instance = apps.get_model(app_label, model_name).objects.get(pk=pk)
    related = [
        one
        for one in instance._meta.get_fields()
        if (one.one_to_many or one.one_to_one) and one.auto_created and not one.concrete
    ]
    for relation in related:
        name = relation.get_accessor_name()
        if not hasattr(instance, name):
            continue
        rule = relation.on_delete.__name__ if hasattr(relation.on_delete, "__name__") else ""
        if rule == "DO_NOTHING":
            continue
        if rule == "SET_NULL":
            getattr(instance, name).all().update(**{relation.remote_field.name: None})
        elif relation.one_to_one:
            getattr(instance, name).save()
        else:
            for one in getattr(instance, name).all():
                one.delete()
"""


def test_the_fields_that_are_picked_by_what_they_say() -> None:
    assert_touches(f"""{SOFT}
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="carts")
    labels = models.ManyToManyField(Tag)
class Item(models.Model):
    cart = models.ForeignKey(Cart, models.CASCADE)
class Wish(models.Model):
    cart = models.ForeignKey(Cart, models.SET_NULL, null=True)
class Seen(models.Model):
    cart = models.ForeignKey(Cart, models.DO_NOTHING)
class Bill(models.Model):
    cart = models.OneToOneField(Cart, models.CASCADE)
def hide(pk):
    with transaction.atomic():  #> delete shop_item, update shop_wish, update shop_bill
        hide_related("shop", "cart", pk)
""")


def test_the_names_of_many_models_keep_callers_apart() -> None:
    kinds = [f"Kind{number}" for number in range(30)]
    models = "".join(f"class {kind}(models.Model): pass\n" for kind in kinds)
    calls = "".join(
        f"def drop{kind}(pk):\n    with transaction.atomic():  #> delete shop_{kind.lower()}\n"
        f"        drop('shop', '{kind.lower()}', pk)\n"
        for kind in kinds
    )
    assert_touches(f"""
from django.apps import apps
def drop(label, name, pk):
    apps.get_model(label, name).objects.get(pk=pk).delete()
{models}{calls}""")


def test_the_fields_of_one_model_of_several() -> None:
    assert_touches("""
class Cart(models.Model): pass
class Item(models.Model):
    cart = models.ForeignKey(Cart, models.CASCADE)
class Wish(models.Model):
    order = models.ForeignKey(Order, models.SET_NULL, null=True)
def merge(row):
    for relation in row._meta.related_objects:
        related = relation.related_model.objects.filter(**{relation.field.name: row})
        if relation.on_delete.__name__ == "CASCADE":
            related.delete()
        else:
            related.update(a=1)
def change(row):
    if isinstance(row, (Cart, Order)):
        with transaction.atomic():  #> delete shop_item, update shop_wish, delete shop_line
            merge(row)
""")


def test_the_link_tables_of_any_model() -> None:
    assert_touches("""
def unlink(model):
    between = set()
    for field in model._meta.get_fields():
        through = getattr(field, "through", None) or getattr(getattr(field, "remote_field", None), "through", None)
        if through is not None:
            between.add(through)
    for one in between:
        one.objects.all().delete()
def change():
    with transaction.atomic():  #> delete shop_order_tags
        unlink(Order)
    with transaction.atomic():  #> nothing
        unlink(Log)
""")


POINTING = {
    "by its class": "isinstance(field, models.ForeignKey)",
    "by what it says": "field.many_to_one and field.concrete",
}


@pytest.mark.parametrize("test", POINTING.values(), ids=POINTING.keys())
def test_columns_point_at_nothing(test: str) -> None:
    assert_touches(f"""
from collections import defaultdict
from django.apps import apps
class Wish(models.Model):
    text = models.TextField()
    order = models.ForeignKey(Order, models.DO_NOTHING)
class Item(models.Model):
    wish = models.ForeignKey(Wish, models.DO_NOTHING)
class Seen(models.Model):
    item = models.ForeignKey(Item, models.DO_NOTHING)
def pointing():
    found = defaultdict(list)
    for model in apps.get_models():
        for field in model._meta.get_fields(include_hidden=True):
            if {test}:
                other = field.related_model
                found[f"{{other._meta.app_label}}.{{other.__name__}}"].append((model, field.name))
    return found
def purge(model, name, pks, found):
    rows = model.objects.filter(**{{f"{{name}}__in": pks}})
    for other, other_name in found.get(f"{{model._meta.app_label}}.{{model.__name__}}", []):
        purge(other, other_name, [row.pk for row in rows], found)
    rows.update(hidden=True)
def change(pk):
    with transaction.atomic():  #> update shop_item, update shop_seen
        found = pointing()
        for model, name in found["shop.Wish"]:
            purge(model, name, [pk], found)
""")


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("ManyToOneRel", "update shop_order, update shop_bill"),
        ("OneToOneRel", "update shop_bill"),
        ("ManyToManyRel", "nothing"),
        ("Field", "nothing"),
    ],
)
def test_the_other_ends_that_are_picked_by_their_class(kind: str, written: str) -> None:
    assert_touches(f"""
class Bill(models.Model):
    owner = models.OneToOneField(Customer, models.CASCADE)
def change(row: Customer):
    with transaction.atomic():  #> {written}
        for one in row._meta.get_fields():
            if isinstance(one, models.{kind}):
                one.related_model.objects.update(x=1)
""")


def test_methods_of_field_classes_of_the_project() -> None:
    assert_touches("""
class Sent:
    def __init__(self, *args, sent_as=None, **kwargs):
        self.sent_as = sent_as
        super().__init__(*args, **kwargs)
class SentMany(Sent, models.ManyToManyField):
    def __init__(self, *args, link_only=False, **kwargs):
        self.link_only = link_only
        super().__init__(*args, **kwargs)
    def take(self, instance, data):
        getattr(instance, self.name).set(data[self.name])
class Cart(models.Model):
    tags = SentMany("Tag", sent_as="labels")
    of = SentMany("Order", link_only=True)
class Wish(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE)
    tags = SentMany("Tag")
def take_all(row, data):
    for field in row._meta.get_fields():
        if isinstance(field, SentMany):
            field.take(row, data)
def change(cart: Cart, wish: Wish, data):
    with transaction.atomic():  #> insert shop_cart_tags, delete shop_cart_tags
        cart.tags.set(data)
    with transaction.atomic():  #> insert shop_cart_tags, delete shop_cart_tags, write shop_cart_of, delete shop_cart_of
        take_all(cart, data)
    with transaction.atomic():  #> insert shop_wish_tags, delete shop_wish_tags
        take_all(wish, data)
""")


MANY = "".join(f"class Model{number}(models.Model): pass\n" for number in range(40))


@pytest.mark.parametrize(
    ("condition", "wished"),
    [
        ("issubclass(model, Owned)", ", update shop_wish"),
        ("issubclass(model, Owned) and model is not Wish", ""),
        ("hasattr(model, 'label')", ", update shop_wish"),
        ("not issubclass(model, Shown) and hasattr(model, 'label')", ", update shop_wish"),
        ("hasattr(model, 'label') and model.label == 'cart'", ""),
        ("getattr(model, 'label', None) == 'cart'", ""),
    ],
)
def test_models_that_a_comprehension_picks(condition: str, wished: str) -> None:
    assert_touches(f"""
from django.apps import apps
class Owned(models.Model):
    class Meta:
        abstract = True
class Shown(models.Model):
    class Meta:
        abstract = True
{MANY}
class Cart(Owned):
    label = "cart"
class Wish(Owned):
    label = "wish"
def change():
    with transaction.atomic():  #> update shop_cart{wished}
        for one in [model for model in apps.get_models() if {condition}]:
            one.objects.update(x=1)
    with transaction.atomic():  #> update shop_cart{wished}
        found = [model for model in apps.get_models() if {condition}]
        found[0].objects.update(x=1)
""")


@pytest.mark.parametrize(
    "body",
    [
        "if issubclass(model, Owned): model.objects.update(x=1)",
        "if not issubclass(model, Owned): continue\n            model.objects.update(x=1)",
        "if not hasattr(model, 'label'): continue\n            model.objects.update(x=1)",
    ],
)
def test_models_that_a_loop_does_something_with(body: str) -> None:
    assert_touches(f"""
from django.apps import apps
class Owned(models.Model):
    label = "none"
    class Meta:
        abstract = True
{MANY}
class Cart(Owned): pass
class Wish(Owned): pass
def change():
    with transaction.atomic():  #> update shop_cart, update shop_wish
        for model in apps.get_models():
            {body}
""")


def test_a_loop_over_as_many_models_as_a_monolith_has() -> None:
    many = "".join(f"class Many{number}(models.Model): pass\n" for number in range(90))
    written = ", ".join([f"update shop_many{number}" for number in range(90)])
    assert_touches(f"""
from django.apps import apps
{many}
def change(flag):
    with transaction.atomic():  #> {written}
        for model in apps.get_models():
            if model._meta.model_name.startswith("many"):
                model.objects.update(x=1)
    with transaction.atomic():  #> {written}
        for model in [one for one in apps.get_models() if one._meta.model_name.startswith("many")]:
            model.objects.update(x=1)
""")


@pytest.mark.parametrize("related_name", ["", ", related_name='+'"])
@pytest.mark.parametrize(
    "relations",
    [
        "found = []\n    for rel in {fields}:\n        found.append({pair})\n    return found",
        "return [{pair} for rel in {fields}]",
        "return sorted([{pair} for rel in (one for one in {fields} if one.one_to_many)], key=lambda one: one[1])",
    ],
)
def test_a_loop_over_as_many_relations_as_users_have(relations: str, related_name: str) -> None:
    fields = "User._meta.get_fields(include_hidden=True)"
    key = f"user = models.ForeignKey(User, models.DO_NOTHING{related_name})"
    many = "".join(f"class Many{number}(models.Model):\n    {key}\n" for number in range(70))
    written = ", ".join([f"update shop_many{number}" for number in range(70)])
    assert_touches(f"""
class User(models.Model): pass
{many}
def relations():
    {relations.format(fields=fields, pair="(rel.related_model, rel.field.name)")}
def move(model, name, old, new):
    model.objects.filter(**{{name: old}}).update(**{{name: new}})
def merge(old, new):
    with transaction.atomic():  #> {written}
        for model, name in relations():
            move(model, name, old, new)
""")


def test_what_a_registry_has_under_a_model_and_a_name() -> None:
    assert_touches("""
class User(models.Model): pass
class Card(models.Model):
    user = models.ForeignKey(User, models.DO_NOTHING)
class Cart(models.Model):
    user = models.ForeignKey(User, models.DO_NOTHING)
def noop(model, old, new): pass
RULES = {(Card, "user"): noop, (Order, "user"): noop}
def move(model, name, old, new):
    if rule := RULES.get((model, name)):
        rule(model, old, new)
    else:
        model.objects.filter(**{name: old}).update(**{name: new})
def merge(old, new):
    with transaction.atomic():  #> update shop_cart
        for rel in User._meta.get_fields():
            if rel.one_to_many:
                move(rel.related_model, rel.field.name, old, new)
""")


def test_rows_that_point_at_an_instance_by_a_name_that_is_put_together() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Entry(models.Model):
    pass
class Weight(models.Model):
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)
class Rest(models.Model):
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)
class Note(models.Model):
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="notes")
# file: shop/services.py
from django.db import transaction
from shop.models import Entry
def clear(entry: Entry, kind):
    with transaction.atomic():  #> delete shop_weight, delete shop_rest
        getattr(entry, f"{kind}_set").all().delete()
""")


@pytest.mark.parametrize(
    ("model", "table"),
    [
        ("Person.profile.related.related_model", "profile"),
        ("Person.profile.related.field.model", "profile"),
        ("Profile.person.field.model", "profile"),
        ("Note.profile.field.related_model", "profile"),
        ("Note.profile.field.remote_field.model", "profile"),
        ("Profile.note_set.rel.related_model", "note"),
        ("Profile.note_set.field.model", "note"),
        ("Note.tags.rel.model", "tag"),
        ("Note.tags.through", "note_tags"),
    ],
)
def test_what_stands_on_the_class_in_the_place_of_a_relation(model: str, table: str) -> None:
    assert_touches(f"""
# file: people/models.py
from django.db import models
class Person(models.Model):
    name = models.TextField()
class Profile(models.Model):
    person = models.OneToOneField(Person, related_name="profile", on_delete=models.CASCADE)
class Tag(models.Model):
    pass
class Note(models.Model):
    profile = models.ForeignKey(Profile, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)
# file: people/services.py
from django.db import transaction
from people.models import *
def touch():
    model = {model}
    with transaction.atomic():  #> insert people_{table}
        model.objects.create()
""")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Customer.card", "delete shop_card"),
        ("Card.customer", "delete shop_card, delete shop_customer"),
        ("Card.shop", "delete shop_card, delete shop_shop"),
    ],
)
def test_what_stands_on_a_class_for_a_relation_gives_rows(asked: str, written: str) -> None:
    assert_touches(f"""
def work():
    with transaction.atomic():  #> {written}, {written.replace("delete", "lock").rpartition(", ")[2]}
        {asked}.get_queryset().select_for_update().get(pk=1).delete()
# file: shop/models.py
from django.db import models
class Shop(models.Model):
    pass
class Customer(models.Model):
    pass
class Card(models.Model):
    customer = models.OneToOneField(Customer, on_delete=models.CASCADE)
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="cards")
""")


def test_a_field_that_ends_at_a_model_above() -> None:
    """`_meta.get_field` of a model finds what points at those that it extends."""
    assert_touches("""
@transaction.atomic  #> insert shop_config
def work(request):
    Special.objects.get(pk=1).configured().save()
# file: shop/models.py
from django.db import models
class Job(models.Model):
    def configured(self):
        return self._meta.get_field("launch").related_model(job=self)
class Special(Job):
    pass
class Config(models.Model):
    job = models.OneToOneField(Job, on_delete=models.CASCADE, related_name="launch")
""")


ENDS = """
from django.db.models.fields.related import ManyToManyRel, ManyToOneRel
class Item(models.Model):
    cart = models.ForeignKey("Cart", models.CASCADE, null=True)
class Wish(models.Model):
    cart = models.ForeignKey("Cart", models.SET_NULL, null=True)
class Seen(models.Model):
    cart = models.ForeignKey("Cart", models.PROTECT)
class Bill(models.Model):
    cart = models.OneToOneField("Cart", models.CASCADE)
class Kept(models.Model):
    carts = models.ManyToManyField("Cart")
class Cart(models.Model):
    pass
"""


@pytest.mark.parametrize(
    ("test", "written"),
    [
        ("type(one) is ManyToManyRel", "update shop_kept"),
        ("type(one) not in [ManyToManyRel, ManyToOneRel]", "update shop_bill"),
        ("type(one) is ManyToOneRel and one.null", "update shop_item, update shop_wish"),
        (
            "type(one) is ManyToOneRel and one.null and one.on_delete not in (models.CASCADE, models.RESTRICT)",
            "update shop_wish",
        ),
        ("one.one_to_many and one.on_delete is models.PROTECT", "update shop_seen"),
        ("one.one_to_many and one.on_delete == models.SET_NULL", "update shop_wish"),
        ("one.many_to_many and one.on_delete is None", "update shop_kept"),
    ],
)
def test_the_other_ends_that_are_picked_by_what_a_delete_does(test: str, written: str) -> None:
    assert_touches(f"""{ENDS}
def change(row: Cart):
    with transaction.atomic():  #> {written}
        for one in row._meta.related_objects:
            if {test}:
                one.related_model.objects.update(x=1)
    with transaction.atomic():  #> {written}
        for one in row._meta.related_objects:
            if not ({test}):
                continue
            one.related_model.objects.update(x=1)
""")


def test_nothing_points_at_a_model() -> None:
    assert_touches("""
class Owned(models.Model):
    class Meta:
        abstract = True
class Item(Owned):
    pass
def change(row: Item):
    with transaction.atomic():  #> nothing
        for relation in row._meta.related_objects:
            related = relation.related_model
            if issubclass(related, Owned):
                for one in related.objects.all():
                    one.save()
""")


def test_the_name_by_which_queries_come_back() -> None:
    assert_touches("""
class Card(models.Model):
    owner = models.OneToOneField(Customer, models.CASCADE)
class Note(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="notes", related_query_name="note")
def of(model):
    return model._meta.get_field("owner").related_query_name()
def touch(one: Customer, line: Line):
    with transaction.atomic():  #> write shop_card
        getattr(one, of(Card)).save()
    with transaction.atomic():  #> update shop_customer, read shop_note
        Customer.objects.filter(**{f"{of(Note)}__id": 1}).update(name="")
    with transaction.atomic():  #> update shop_order
        getattr(one, Order._meta.get_field("customer").related_query_name()).update(total=1)
""")


@pytest.mark.parametrize("fields", ["many_to_many", "local_many_to_many", "get_fields()"])
def test_what_a_field_has_for_a_row(fields: str) -> None:
    assert_touches(f"""
from itertools import chain
def initial(row):
    data = {{}}
    for field in chain(row._meta.concrete_fields, row._meta.{fields}):
        data[field.name] = field.value_from_object(row)
    return data
def work(order: Order, line: Line):
    with transaction.atomic():  #> nothing, read shop_order_tags, read shop_tag, no read shop_customer
        initial(order)
    with transaction.atomic():  #> nothing, no read shop_order, no read shop_stock
        initial(line)
""")


@pytest.mark.parametrize(
    ("test", "met"),
    [
        ("hasattr(field, 'upload_to')", True),  # some columns have it
        ("hasattr(field, 'attname')", True),
        ("hasattr(field, 'tag_options')", False),
        ("hasattr(field, 'through')", False),
        ("getattr(field, 'tag_options', None)", False),
        ("getattr(field, 'max_digits', None)", True),
        ("hasattr(field, 'owned')", True),
        ("hasattr(field, 'disowned')", False),
        ("hasattr(field, 'unit')", True),
        ("hasattr(field, '_meta')", True),
    ],
)
def test_what_fields_have_by_their_classes(test: str, *, met: bool) -> None:
    assert_touches(f"""
class OwnedKey(models.ForeignKey):
    owned = True
class Weight(models.DecimalField):
    unit = "kg"
class Parcel(models.Model):
    order = OwnedKey(Order, on_delete=models.CASCADE)
    weight = Weight(max_digits=9, decimal_places=2)
def log(model):
    for field in model._meta.get_fields():
        if {test}:
            Log.objects.create()
def change():
    with transaction.atomic():  #> {"insert shop_log" if met else "nothing"}
        log(Parcel)
""")


@pytest.mark.parametrize("columns", ["text = models.TextField()", "of = models.ForeignKey(Tag, models.CASCADE)"])
def test_columns_that_are_picked_by_a_class_of_the_projects(columns: str) -> None:
    assert_touches(f"""
from django.apps import apps
class Sealed(models.TextField):
    pass
class SealedMore(Sealed):
    pass
class Plain(models.Model):
    {columns}
class Keyed(models.Model):
    key = SealedMore()
    class Meta:
        abstract = True
class Secret(Keyed):
    {columns}
class Wish(Keyed):
    {columns}
class Told(Wish):
    note = models.TextField()
def rotate():
    for model in apps.get_models():
        names = [field.name for field in model._meta.get_fields() if isinstance(field, Sealed)]
        if names:
            with transaction.atomic():  #> update shop_secret | update shop_told, update shop_wish
                model.objects.bulk_update(list(model.objects.all()), names)
""")
