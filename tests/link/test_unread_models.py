"""Models of packages whose source is not read: their tables are guessed at by their names."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

WRITTEN = {
    "AuthToken.objects.create(user=x)": "insert knox_authtoken?",
    "Device.objects.filter(user=x).exclude(pk=1).delete()": "read otp_totp_device, delete otp_totp_device?",
    "one = Device.objects.get(pk=x)\n        one.on = True\n        one.save()": "update otp_totp_device?",
    "Device(user=x).save()": "insert otp_totp_device?",
    "Device.objects.update_or_create(pk=x)": "insert otp_totp_device?, update otp_totp_device?",
    "Device.objects.select_for_update().get(pk=x)": "lock otp_totp_device?",
    "x.models.Device.objects.create()": "nothing",
    "Device.send(x)": "nothing",
    "Gone.objects.create()": "nothing",
}


@pytest.mark.parametrize("statement", WRITTEN)
def test_what_is_written(statement: str) -> None:
    assert_touches(f"""
from spare_otp.plugins.otp_totp.models import Device
from knox.models import AuthToken
from shop.gone.models import Gone
def work(x):
    with transaction.atomic():  #> {WRITTEN[statement]}
        {statement}
""")
