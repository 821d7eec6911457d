"""GeoDjango: models, fields and pages of `django.contrib.gis` are those of Django with geometries in them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

IMPORTS = [
    "from django.contrib.gis.db import models",
    "import django.contrib.gis.db.models as models",
    "import django.contrib.gis.db.models\nmodels = django.contrib.gis.db.models",
]


@pytest.mark.parametrize("imported", IMPORTS)
def test_models_with_geometries(imported: str) -> None:
    assert_touches(f"""
# file: places/models.py
{imported}
class Region(models.Model):
    outline = models.MultiPolygonField(null=True)
class Place(models.Model):
    point = models.PointField()
    region = models.ForeignKey(Region, on_delete=models.CASCADE)
# file: places/services.py
from django.contrib.gis.db.models import Q
from django.contrib.gis.db.models.functions import Distance
from django.db import transaction
from places.models import Place, Region
def touch(point):
    with transaction.atomic():  #> insert places_place, no read places_region
        Place.objects.create(point=point)
    with transaction.atomic():  #> delete places_place, delete places_region
        Region.objects.get(pk=1).delete()
    with transaction.atomic():  #> read places_place, read places_region
        Place.objects.annotate(far=Distance("region__outline", point)).first()
    with transaction.atomic():  #> read places_place, read places_region
        Place.objects.filter(Q(region__outline__contains=point)).first()
""")


@pytest.mark.parametrize("base", ["GISModelAdmin", "OSMGeoAdmin", "ModelAdmin"])
def test_pages_with_maps(base: str) -> None:
    assert_touches(f"""
from django.contrib.gis import admin
class OrderAdmin(admin.{base}):
    def save_model(self, request, obj, form, change):
        with transaction.atomic():  #> insert shop_order | update shop_order
            obj.save()
admin.site.register(Order, OrderAdmin)
""")


@pytest.mark.parametrize("module", ["query", "query_utils"])
def test_a_condition_by_the_module_that_defines_it(module: str) -> None:
    assert_touches(f"""
from django.db.models.{module} import Q
def touch(tag: Tag):
    found = Q(pk=1)
    found |= Q(tags=tag)
    with transaction.atomic():  #> read shop_order, read shop_order_tags
        Order.objects.filter(found).exists()
""")


@pytest.mark.parametrize("base", ["GeoFeatureModelSerializer", "GeoModelSerializer"])
def test_serializers_of_features(base: str) -> None:
    assert_touches(f"""
from rest_framework_gis import serializers
from rest_framework_gis.serializers import GeometrySerializerMethodField
class OrderSerializer(serializers.{base}):
    place = GeometrySerializerMethodField()
    class Meta:
        model = Order
        geo_field = "place"
        fields = ["id", "place"]
def touch(data):
    with transaction.atomic():  #> insert shop_order
        OrderSerializer(data=data).save()
""")
