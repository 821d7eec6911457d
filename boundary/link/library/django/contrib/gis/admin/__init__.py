"""`from django.contrib.gis import admin` gives what `django.contrib.admin` gives, and pages with maps."""

from django.contrib.admin import (
    HORIZONTAL,
    VERTICAL,
    AdminSite,
    ModelAdmin,
    StackedInline,
    TabularInline,
    action,
    autodiscover,
    display,
    register,
    site,
)


class GeoModelAdminMixin: ...


class GISModelAdmin(GeoModelAdminMixin, ModelAdmin): ...


class GeoModelAdmin(ModelAdmin): ...


class OSMGeoAdmin(GeoModelAdmin): ...
