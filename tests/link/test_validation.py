"""What a row looks up before it is saved: `full_clean` and its parts."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import uuid
from django.db import models
class Customer(models.Model):
    name = models.TextField(unique=True)
class Tag(models.Model):
    text = models.TextField()
class Thing(models.Model):
    customer = models.ForeignKey(Customer, models.CASCADE)
class Parcel(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
class Order(Thing):
    tag = models.ForeignKey(Tag, models.CASCADE)
    number = models.IntegerField()
    class Meta:
        unique_together = [("tag", "number")]
# file: shop/services.py
from django import forms
from shop.models import *
class ParcelForm(forms.ModelForm):
    class Meta:
        model = Parcel
        fields = []
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["number"]
"""


@pytest.mark.parametrize(
    ("statement", "reads"),
    [
        ("Order(number=1).full_clean()", "read shop_tag, read shop_customer, read shop_order"),
        ("Order(number=1).clean_fields()", "read shop_tag, read shop_customer, no read shop_order"),
        ("Order(number=1).clean_fields(exclude=['tag'])", "no read shop_tag, read shop_customer"),
        ("Order(number=1).clean_fields(['tag', 'customer'])", "no read shop_tag, no read shop_customer"),
        ("Order(number=1).clean_fields(given)", "no read shop_tag"),
        ("Order(number=1).validate_unique()", "read shop_order, no read shop_tag"),
        ("Order(number=1).validate_unique(exclude=['number'])", "no read shop_order"),
        ("Order(number=1).full_clean(validate_unique=False)", "read shop_tag, no read shop_order"),
        ("Customer(name='a').full_clean()", "read shop_customer"),
        ("Tag(text='a').full_clean()", "no read shop_tag"),
        ("Parcel().full_clean()", "read shop_parcel"),
        ("Parcel().full_clean(exclude=['id'])", "no read shop_parcel"),
        ("ParcelForm(given).is_valid()", "no read shop_parcel"),
        ("OrderForm(given).is_valid()", "no read shop_tag, read shop_order"),
    ],
)
def test_what_a_row_looks_up(statement: str, reads: str) -> None:
    assert_touches(f"{MODELS}\ndef work(given):\n    {statement}  #= {reads}\n")


def test_an_override_that_asks_the_model() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    text = models.TextField()
class Order(models.Model):
    tag = models.ForeignKey(Tag, models.CASCADE)
    def clean_fields(self, exclude=None):
        super().clean_fields(exclude=exclude)  #= read shop_tag
# file: shop/services.py
from shop.models import *
def work():
    Order().full_clean()
""")


@pytest.mark.parametrize(
    ("statement", "reads"),
    [
        ("Order(number=1).full_clean()", "read shop_log, read shop_order"),
        ("Order(number=1).clean_fields()", "read shop_log, no read shop_order"),
        ("Order(number=1).validate_constraints()", "read shop_order, no read shop_log"),
        ("Order(number=1).validate_constraints(exclude=['number'])", "no read shop_order"),
    ],
)
def test_what_validators_and_constraints_look_up(statement: str, reads: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Log(models.Model):
    pass
def check(value):
    if Log.objects.filter(pk=value).exists():
        raise ValueError
class Order(models.Model):
    number = models.IntegerField(validators=[check])
    class Meta:
        constraints = [models.UniqueConstraint(fields=["number"], name="one")]
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> {reads}
        {statement}
""")
