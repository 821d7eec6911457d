"""django-admin-interface: the frame of the admin's pages asks for a theme."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/settings.py
INSTALLED_APPS = [{apps}]
LIBRARIES = ["admin_interface.templatetags.admin_interface_tags", "admin_interface.signals"]
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.template.response import TemplateResponse
def page(request: HttpRequest):
    with transaction.atomic():  #> {expected}
        return {render}(request, "shop/page.html")
# file: shop/urls.py
from django.urls import path
from shop.views import page
urlpatterns = [path("x", page)]
# file: shop/templates/shop/page.html
{page}
# file: shop/templates/shop/frame.html
{{% extends "admin/base_site.html" %}}
# file: shop/templates/{own}
{{% block content %}}{{% endblock %}}
"""
THEME = "insert admin_interface_theme, update admin_interface_theme, read admin_interface_theme"
INSTALLED = "'shop', 'admin_interface'"
EXTENDS = "{% extends 'admin/change_form.html' %}"


@pytest.mark.parametrize(
    ("page", "apps", "expected"),
    [
        (EXTENDS, INSTALLED, THEME),
        ("{% extends 'shop/frame.html' %}", INSTALLED, THEME),
        ("{% extends 'admin_interface:admin/base_site.html' %}", INSTALLED, THEME),
        ("{% load admin_interface_tags %}{% get_admin_interface_theme as theme %}", INSTALLED, THEME),
        (EXTENDS, "'shop'", "nothing, no read admin_interface_theme"),
        ("{% extends 'blog/base.html' %}", INSTALLED, "nothing, no read admin_interface_theme"),
    ],
)
def test_a_page_in_the_frame_of_the_admin(page: str, apps: str, expected: str) -> None:
    assert_touches(SHOP.format(page=page, apps=apps, expected=expected, render="render", own="shop/other.html"))


def test_a_frame_of_the_projects_own() -> None:
    nothing = "nothing, no read admin_interface_theme"
    assert_touches(
        SHOP.format(page=EXTENDS, apps=INSTALLED, expected=nothing, render="render", own="admin/change_form.html")
    )


def test_a_page_that_is_rendered_after_the_view() -> None:
    nothing = "nothing, no read admin_interface_theme"
    assert_touches(
        SHOP.format(page=EXTENDS, apps=INSTALLED, expected=nothing, render="TemplateResponse", own="shop/other.html")
    )


def test_a_theme_that_is_saved() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "admin_interface"]
LIBRARIES = ["admin_interface.templatetags.admin_interface_tags", "admin_interface.signals"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}}
# file: shop/services.py
from admin_interface.models import Theme
from django.db import transaction
def choose(theme: Theme):
    with transaction.atomic():  #> insert admin_interface_theme, update admin_interface_theme, delete kept
        theme.save()
""")
