"""Serializers as those of models are, in another form (GeoJSON)."""

from rest_framework_gis.fields import GeometryField, GeometrySerializerMethodField
from rest_framework.serializers import *
from rest_framework.serializers import ListSerializer, ModelSerializer


class GeoModelSerializer(ModelSerializer): ...


class GeoFeatureModelListSerializer(ListSerializer): ...


class GeoFeatureModelSerializer(ModelSerializer): ...
