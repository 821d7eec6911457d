"""Code that works on the fields of any model, as `_meta` lists them."""

from __future__ import annotations

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
