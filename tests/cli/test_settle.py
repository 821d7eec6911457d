"""Does the command line tell of an entry that fits nothing, every time, and never of one that does?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.cli.main import outcome

if TYPE_CHECKING:
    from pathlib import Path

MODELS = """
from django.db import models, transaction
from elsewhere import gateway

class Order(models.Model):
    class Meta:
        app_label = "orders"

@transaction.atomic
def place():
    Order.objects.create()
    gateway.charge()
"""
ENTRY = """
[[settle]]
function = "orders.models.place"
call = "gateway.{call}"
writes = ["billing_charge"]
reason = "the gateway is chosen at run time"
"""


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    package = tmp_path / "shop" / "orders"
    package.mkdir(parents=True)
    (tmp_path / "shop" / ".git").mkdir()
    (package / "__init__.py").touch()
    (package / "models.py").write_text(MODELS, encoding="utf-8")
    return tmp_path / "shop"


def test_an_entry_is_settled(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shop / "boundary.toml").write_text(ENTRY.format(call="charge"), encoding="utf-8")
    assert outcome(["explain", "place", "--in", str(shop), "--jobs", "1"]) == 0
    captured = capsys.readouterr()
    assert "update billing_charge  certain; settled in the configuration" in captured.out
    assert "orders/models.py:12 in orders.models.place  update billing_charge" in captured.out


def test_an_entry_that_fits_nothing_is_told_every_time(
    shop: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (shop / "boundary.toml").write_text(ENTRY.format(call="chrge"), encoding="utf-8")
    for _ in range(2):
        caplog.clear()
        assert outcome(["explain", "place", "--in", str(shop), "--jobs", "1"]) == 0
        assert "billing_charge" not in capsys.readouterr().out
        assert caplog.messages == [
            (
                "configuration: settle[0] (orders.models.place, gateway.chrge): no call 'gateway.chrge' there; "
                "did you mean gateway.charge?"
            )
        ]
