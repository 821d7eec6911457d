"""Settings of objects: each kind has a table of its own, and what is not set there is looked up in the one above."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models, transaction
from hierarkey.models import GlobalSettingsBase, Hierarkey
hierarkey = Hierarkey(attribute_name="settings")
@hierarkey.set_global(cache_namespace="global")
class Everywhere(GlobalSettingsBase):
    pass
@hierarkey.add(cache_namespace="owner")
class Owner(models.Model):
    pass
@hierarkey.add(cache_namespace="store", parent_field="owner")
class Store(models.Model):
    owner = models.ForeignKey(Owner, on_delete=models.CASCADE)
"""
OWN, OWNERS, EVERYWHERE = "shop_store_settingsstore", "shop_owner_settingsstore", "shop_everywhere_settingsstore"
USED = {
    "store.settings.currency": f"read {OWN}, read {OWNERS}, read {EVERYWHERE}, read shop_owner",
    "store.settings.get('currency', as_type=str)": f"read {OWN}, read {OWNERS}, read {EVERYWHERE}",
    "store.settings['currency']": f"read {OWN}, read {OWNERS}, read {EVERYWHERE}",
    "store.settings.freeze()": f"read {OWN}, read {OWNERS}, read {EVERYWHERE}",
    "store.owner.settings.currency": f"read {OWNERS}, read {EVERYWHERE}, no read {OWN}",
    "Everywhere().settings.currency": f"read {EVERYWHERE}, no read {OWN}, no read {OWNERS}",
    "store.settings.currency = 'EUR'": f"insert {OWN}, lock {OWN}, update {OWN}",
    "store.settings.set('currency', 'EUR')": f"insert {OWN}, lock {OWN}, update {OWN}",
    "del store.settings['currency']": f"delete {OWN}",
    "store.owner.settings.delete('currency')": f"delete {OWNERS}",
}


@pytest.mark.parametrize("statement", USED)
def test_a_setting(statement: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from shop.models import *
def run(store: Store):
    with transaction.atomic():  #> {USED[statement]}
        {statement}
""")
