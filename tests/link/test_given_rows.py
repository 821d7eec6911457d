"""A row that is made with a row below the model of its key has that very row there, with the tables of both."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models, transaction
class Repository(models.Model):
    name = models.TextField()
    def version(self):
        made = Version(repository=self)
        made.save()
        return made
class Files(Repository):
    listing = models.TextField()
class Images(Repository):
    size = models.IntegerField()
class Renamed(Repository):
    class Meta:
        proxy = True
class Version(models.Model):
    repository = models.ForeignKey(Repository, models.CASCADE)
    def __enter__(self):
        return self
    def __exit__(self, *raised):
        self.repository.save()
# file: shop/services.py
from django.db import transaction
from shop.models import *
"""

MADE = {
    "by its class": "Version(repository={row})",
    "by its manager": "Version.objects.create(repository={row})",
    "by a method of the other": "{row}.version()",
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE.keys())
def test_the_row_that_one_was_made_with(made: str) -> None:
    assert_touches(f"""
{MODELS}
def work(pk):
    files, images, plain = Files.objects.get(pk=pk), Images.objects.get(pk=pk), Repository.objects.get(pk=pk)
    version = {made.format(row="files")}
    with transaction.atomic():  #> update shop_repository, update shop_files
        version.repository.save()
    other = {made.format(row="images")}
    with transaction.atomic():  #> update shop_repository, update shop_images
        other.repository.save()
    last = {made.format(row="plain")}
    with transaction.atomic():  #> update shop_repository
        last.repository.save()
""")


def test_a_method_of_the_row_that_was_made() -> None:
    assert_touches(f"""
{MODELS}
def work(pk):
    with transaction.atomic():  #> update shop_repository, update shop_images, insert shop_version
        with Images.objects.get(pk=pk).version():
            pass
""")


@pytest.mark.parametrize("row", ["Version.objects.get(pk=pk)", "Version(repository=Renamed.objects.get(pk=pk))"])
def test_a_row_that_was_read_has_one_of_the_model_of_its_key(row: str) -> None:
    assert_touches(f"""
{MODELS}
def work(pk):
    Version(repository=Files.objects.get(pk=pk)).save()
    version = {row}
    with transaction.atomic():  #> update shop_repository
        version.repository.save()
""")
