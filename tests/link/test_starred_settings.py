"""Settings that are put together of modules, from which one takes everything by stars."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APPS = "from .apps import *\n"
MAIL = "from .mail import *\n"
INSERTED = "insert shop_log"


@pytest.mark.parametrize(
    ("whole", "written"),
    [
        (APPS + MAIL, INSERTED),
        (MAIL + APPS + "DEBUG = False\n", INSERTED),
        (f"{APPS}try:\n    {MAIL}except ImportError:\n    pass\n", INSERTED),
        (APPS + "from .parts import *\n", INSERTED),
        (f"import os\n{APPS}if os.environ['LIVE']:\n    {MAIL}", "nothing"),
        (APPS, "nothing"),
        (APPS + "import shop.config.mail\n", "nothing"),
    ],
)
def test_settings_of_several_modules(whole: str, written: str) -> None:
    assert_touches(f"""
from django.core import mail
def work():
    with transaction.atomic():  #> {written}
        mail.mail_admins("a", "b")
# file: shop/mails.py
from django.core.mail.backends.base import BaseEmailBackend
from shop.models import Log
class Backend(BaseEmailBackend):
    def send_messages(self, email_messages):
        Log.objects.create()
# file: shop/config/__init__.py
{whole}
# file: shop/config/apps.py
INSTALLED_APPS = ["shop"]
# file: shop/config/parts.py
from shop.config.mail import *
from shop.config.other import *
# file: shop/config/other.py
TIME_ZONE = "UTC"
# file: shop/config/mail.py
EMAIL_BACKEND = "shop.mails.Backend"
""")
