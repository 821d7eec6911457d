"""Flags of a module that whoever deploys may set otherwise."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PATCHES = {
    "a star import": "try:\n    from config_local import *\nexcept ImportError:\n    pass",
    "a relative one": "try:\n    from .config_local import *\nexcept ImportError:\n    pass",
    "what a function gives": "locals().update(overrides(locals()))",
    "globals": "globals().update(LOCAL)",
}
USED = """
# file: shop/work.py
from django.db import transaction
from shop import config
from shop.models import *
def run():
    with transaction.atomic():  #> insert shop_order{more}
        Order.objects.create()
        if config.LOGS:
            Log.objects.create()
"""


@pytest.mark.parametrize("flag", ["False", "None", "''"])
@pytest.mark.parametrize("patch", list(PATCHES))
def test_a_flag_above_a_patch_decides_nothing(patch: str, flag: str) -> None:
    assert_touches(f"# file: shop/config.py\nLOGS = {flag}\n{PATCHES[patch]}\n{USED.format(more=', insert shop_log')}")


@pytest.mark.parametrize(
    "config",
    [
        "LOGS = False",
        "LOGS = False\nfrom datetime import *",
        "try:\n    from config_local import *\nexcept ImportError:\n    pass\nLOGS = False",
        "LOGS = False\ntry:\n    from shop.others import *\nexcept ImportError:\n    pass",
        "LOGS = False\nSETTINGS = {}\nSETTINGS.update(x=1)",
    ],
)
def test_a_flag_of_which_nothing_else_is_known_decides(config: str) -> None:
    assert_touches(f"# file: shop/config.py\n{config}\n# file: shop/others.py\nX = 1\n{USED.format(more='')}")
