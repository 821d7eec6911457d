"""Functions that say where files are stored: Django hands them the row that is saved."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
class Kind(models.Model):
    name = models.CharField()
class Shelf(models.Model):
    pass
def path_of(instance, filename):
    return f"{instance.kind.name}/{filename}"
class Dated(models.Model):
    scan = models.ImageField(upload_to=path_of)
    class Meta:
        abstract = True
class Paper(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    file = models.FileField(upload_to=path_of)
    note = models.TextField()
class Picture(Dated):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)
class Plain(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    file = models.FileField(upload_to="papers/")
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Paper.objects.create(kind_id=1, file=file)", "insert shop_paper, read shop_kind"),
        ("Paper(kind_id=1, file=file).save()", "insert shop_paper, read shop_kind"),
        ("paper.save()", "update shop_paper, read shop_kind"),
        ("paper.file.save('x', file)", "update shop_paper, read shop_kind"),
        ("Picture.objects.create(kind_id=1)", "insert shop_picture, read shop_kind, no read shop_shelf"),
        ("Plain.objects.create(kind_id=1, file=file)", "insert shop_plain, no read shop_kind"),
        ("Paper.objects.filter(pk=1).update(note='')", "update shop_paper, no read shop_kind"),
        ("Paper(kind_id=1)", "nothing, no read shop_kind"),
    ],
)
def test_a_path_that_the_row_says(statement: str, expected: str) -> None:
    assert_touches(f"""
def work(paper: Paper, file):
    with transaction.atomic():  #> {expected}
        {statement}
{MODELS}""")


def test_what_is_stored_in_columns_of_a_model_above_is_not_read_back_as_it_is() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Customer(models.Model): ...
class Document(models.Model):
    name = models.CharField(max_length=9)
    body = models.FileField()
class Contract(Document):
    pages = models.IntegerField()
# file: shop/services.py
from django.db import transaction
from shop.models import *
def fill(contract: Contract, customer: Customer):
    contract.body = contract.name = contract.pages = customer
def change(contract: Contract):
    with transaction.atomic():  #> nothing
        contract.body.delete(save=False)
        contract.name.delete()
        contract.pages.delete()
""")
