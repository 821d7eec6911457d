"""A dict that a library gives holds what only a run can tell: no key of it is known to be missing."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_what_a_serializer_shows() -> None:
    assert_touches("""
from rest_framework import serializers
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["note"]
    def to_representation(self, instance):
        shown = super().to_representation(instance)
        if shown.get("note"):
            with transaction.atomic():  #> insert shop_log
                Log.objects.create(text=shown["note"])
        return shown
def show(order):
    return OrderSerializer(order).data
""")


@pytest.mark.parametrize(
    ("imports", "given"),
    [
        ("from django.forms.models import model_to_dict", "model_to_dict(order)"),
        ("from django_scopes import get_scope", "get_scope()"),
        ("from sqlalchemy_continuum import changeset", "changeset(order)"),
    ],
)
def test_what_a_function_gives(imports: str, given: str) -> None:
    assert_touches(f"""
{imports}
def work(order):
    held = {given}
    if held.get("note") is not None:
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
""")
