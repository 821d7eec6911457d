"""Tenants of django-tenants, and their domains."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/settings.py
INSTALLED_APPS = ["django_tenants", "shop"]
TENANT_MODEL = "shop.Client"
TENANT_DOMAIN_MODEL = "shop.Domain"
# file: shop/models.py
from django.db import models
from django_tenants.models import DomainMixin, TenantMixin
class Client(TenantMixin):
    name = models.CharField(max_length=100)
class Domain(DomainMixin): ...
# file: shop/services.py
from django.db import transaction
from django_tenants.utils import get_tenant_domain_model, get_tenant_model, schema_context
from shop.models import Client, Domain
def work(x):
    with transaction.atomic():  #> {written}
        with schema_context("a"):
            {statement}
"""


@pytest.mark.parametrize(
    ("statement", "written"),
    {
        "Client(name='a').save()": "insert shop_client",
        "get_tenant_model().objects.get(pk=x).delete()": "delete shop_client, delete shop_domain",
        "Domain.objects.create(tenant=x)": "insert shop_domain, update shop_domain",
        "get_tenant_domain_model().objects.filter(tenant=x).delete()": "delete shop_domain",
        "Client.objects.get(pk=x).get_primary_domain().delete()": "delete shop_domain, read shop_client",
    }.items(),
)
def test_rows_of_the_projects_own_models(statement: str, written: str) -> None:
    assert_touches(MODELS.format(statement=statement, written=written))
