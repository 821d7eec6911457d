"""Fields of forms and serializers that are called like something that each of them has."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("module", "base", "made", "asked"),
    [
        ("rest_framework", "serializers.Serializer", "Shown(order)", "self.instance.save()"),
        (
            "rest_framework",
            "serializers.Serializer",
            "Shown(data={'order': order})",
            "self.initial_data['order'].save()",
        ),
        ("rest_framework", "serializers.Serializer", "Shown(context={'order': order})", "self.context['order'].save()"),
        ("django", "forms.Form", "Shown(initial={'order': order})", "self.initial['order'].save()"),
    ],
)
@pytest.mark.parametrize("above", ["", "class Shown(Shown): pass"])
def test_a_field_is_taken_out_of_its_class(module: str, base: str, made: str, asked: str, above: str) -> None:
    kind = base.split(".", maxsplit=1)[0]
    assert_touches(f"""
from {module} import {kind}
class Inner({base}):
    name = {kind}.CharField()
class Shown({base}):
    instance = {kind}.CharField()
    data = {kind}.CharField()
    initial = {kind}.CharField()
    context = {"Inner()" if kind == "serializers" else "forms.CharField()"}
    def keep(self):
        {asked}
{above}
def work(order: Order):
    with transaction.atomic():  #> write shop_order
        {made}.keep()
""")
