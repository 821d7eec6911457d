"""django-parler: the texts of a model stand in a table of their own, which saving the model writes."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: goods/models.py
from django.db import models
from parler.models import TranslatableModel, TranslatedFields, TranslatedFieldsModel
class Product(TranslatableModel):
    price = models.IntegerField()
    translations = TranslatedFields(name=models.CharField(max_length=20))
class Shelf(TranslatableModel):
    size = models.IntegerField()
class ShelfTranslation(TranslatedFieldsModel):
    master = models.ForeignKey(Shelf, related_name="translations", null=True, on_delete=models.CASCADE)
    name = models.CharField(max_length=20)
"""
SAVED = "insert goods_product_translation, update goods_product_translation"


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("Product.objects.create(price=1, name='x')", f"insert goods_product, {SAVED}"),
        ("Product(price=1).save()", f"insert goods_product, {SAVED}"),
        ("product.save()", f"update goods_product, {SAVED}"),
        ("product.create_translation('de', name='x')", "insert goods_product_translation"),
        ("product.delete_translation('de')", "delete goods_product_translation"),
        ("print(product.name)", "nothing, read goods_product_translation"),
        ("print(shelf.name)", "nothing, read goods_shelftranslation"),
        (
            "print(product.price, product.pk, shelf.size)",
            "nothing, no read goods_product_translation, no read goods_shelftranslation",
        ),
        ("product.delete()", "delete goods_product, delete goods_product_translation"),
        ("Product.objects.language('de').translated('de').first()", "read goods_product_translation"),
        ("Product.objects.filter(translations__name='x').first()", "read goods_product_translation"),
        (
            "Shelf.objects.create(size=1)",
            "insert goods_shelf, insert goods_shelftranslation, update goods_shelftranslation",
        ),
    ],
)
def test_the_table_of_translations(statement: str, touched: str) -> None:
    assert_touches(f"""{MODELS}
# file: goods/services.py
from django.db import transaction
from goods.models import *
def touch(product: Product, shelf: Shelf):
    with transaction.atomic():  #> {touched}
        {statement}
""")


def test_translations_stand_beside_the_table_of_their_model() -> None:
    assert_touches("""
# file: goods/models.py
from django.db import models
from parler.models import TranslatableModel, TranslatedFields
class Product(TranslatableModel):
    translations = TranslatedFields(name=models.CharField(max_length=20))
    class Meta:
        db_table = "wares"
# file: goods/services.py
from django.db import transaction
from goods.models import Product
def sell(pk):
    product = Product.objects.get(pk=pk)
    with transaction.atomic():  #> delete wares, delete wares_translation
        product.delete()
""")
