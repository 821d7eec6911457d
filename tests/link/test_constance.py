"""Live settings of django-constance: each is a row, where the settings say that a table keeps them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APPLICATION = """
from constance import config
def run():
    with transaction.atomic():  #> {read}
        Order.objects.create(total=config.DISCOUNT)
    with transaction.atomic():  #> {written}
        config.DISCOUNT = 3
# file: manage.py
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
# file: shop/settings.py
INSTALLED_APPS = ["shop", "constance"]
CONSTANCE_CONFIG = {{"DISCOUNT": (0, "")}}
{backend}
"""


@pytest.mark.parametrize(
    ("backend", "read", "written"),
    [
        (
            'CONSTANCE_BACKEND = "constance.backends.database.DatabaseBackend"',
            "insert shop_order, read constance_constance, insert constance_constance",
            "insert constance_constance, update constance_constance",
        ),
        ('CONSTANCE_BACKEND = "constance.backends.memory.MemoryBackend"', "insert shop_order", "nothing"),
        ("", "insert shop_order", "nothing"),
    ],
)
def test_live_settings(backend: str, read: str, written: str) -> None:
    assert_touches(APPLICATION.format(backend=backend, read=read, written=written))
