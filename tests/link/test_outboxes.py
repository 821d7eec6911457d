"""Mails, jobs, numbers and tokens that packages keep in tables of their own, in the transaction at hand."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SETTINGS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "mailer", "post_office", "sequences", "knox", "django.contrib.auth", "rest_framework"]
"""
SENT = "insert post_office_email"
AT_ONCE = f"{SENT}, update post_office_email, insert post_office_log"
STORED = {
    "mailer.send_mail('a', 'b', 'c', ['d'])": "insert mailer_message",
    "mailer.mail_admins('a', 'b')": "insert mailer_message",
    "mailer.send_mass_mail([('a', 'b', 'c', ['d'])])": "insert mailer_message",
    "mail.send('a', 'b', subject='c')": SENT,
    "mail.send('a', 'b', template='welcome')": f"{SENT}, read post_office_emailtemplate",
    "mail.send('a', 'b', subject='c', priority='now')": AT_ONCE,
    "mail.send('a', 'b', attachments={'c': file})": (
        f"{SENT}, insert post_office_attachment, insert post_office_attachment_emails"
    ),
    "mail.send_many([{'recipients': 'a'}])": SENT,
    "get_next_value('invoices')": "insert sequences_sequence, update sequences_sequence",
    "get_next_value('invoices', nowait=True)": (
        "insert sequences_sequence, update sequences_sequence, lock sequences_sequence"
    ),
    "next(Sequence('invoices'))": "insert sequences_sequence, update sequences_sequence",
    "AuthToken.objects.create(user)[0].delete()": "insert knox_authtoken, delete knox_authtoken",
}


@pytest.mark.parametrize("statement", STORED)
def test_what_is_stored_first(statement: str) -> None:
    assert_touches(f"""
import mailer
from knox.models import AuthToken
from post_office import mail
from sequences import Sequence, get_next_value
def work(file, user):
    with transaction.atomic():  #> {STORED[statement]}
        {statement}
{SETTINGS}""")


OWN = "shop.mails.Backend"
QUEUED = "post_office.EmailBackend"
FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.mark.parametrize(
    ("backend", "statement", "written"),
    [
        (repr(OWN), "mail.send_mail('a', 'b', 'c', ['d'])", "insert shop_log"),
        (repr(OWN), "mail.send_mass_mail([('a', 'b', 'c', ['d'])])", "insert shop_log"),
        (repr(OWN), "mail.mail_admins('a', 'b')", "insert shop_log"),
        (repr(OWN), "mail.EmailMessage('a', 'b', to=['d']).send()", "insert shop_log"),
        (repr(OWN), "mail.EmailMultiAlternatives('a', 'b', to=['d']).send()", "insert shop_log"),
        (repr(OWN), "mail.get_connection().send_messages([mail.EmailMessage('a')])", "insert shop_log"),
        (repr(FILES), "mail.send_mail('a', 'b', 'c', ['d'])", "nothing"),
        (repr(FILES), "mail.send_mail('a', 'b', 'c', ['d'], connection=mail.get_connection(OWN))", "insert shop_log"),
        ("decouple.config('BACKEND', default='shop.mails.Backend')", "mail.mail_admins('a', 'b')", "insert shop_log"),
        (repr("mailer.backend.DbBackend"), "mail.send_mail('a', 'b', 'c', ['d'])", "insert mailer_message"),
        (repr(QUEUED), "mail.send_mail('a', 'b', 'c', ['d'])", SENT),
    ],
)
def test_what_the_backend_of_all_mails_stores(backend: str, statement: str, written: str) -> None:
    assert_touches(f"""
from django.core import mail
OWN, FILES = "{OWN}", "{FILES}"
def work():
    with transaction.atomic():  #> {written}
        {statement}
# file: shop/mails.py
from django.core.mail.backends.base import BaseEmailBackend
from shop.models import Log
class Backend(BaseEmailBackend):
    def send_messages(self, email_messages):
        for message in email_messages:
            Log.objects.create(text=message.subject)
{SETTINGS}
import decouple
EMAIL_BACKEND = {backend}
""")


def test_mails_that_the_settings_send_at_once() -> None:
    assert_touches(f"""
from post_office import mail
def work():
    with transaction.atomic():  #> {AT_ONCE}
        mail.send("a", "b", subject="c")
{SETTINGS}
POST_OFFICE = {{"DEFAULT_PRIORITY": "now"}}
""")


@pytest.mark.parametrize("enqueued", ["tidy.defer(pk=1)", "tidy.configure(lock='a').defer(pk=1)"])
@pytest.mark.parametrize(
    ("made", "written"),
    [
        ("from procrastinate.contrib.django import app", "insert procrastinate_jobs, insert procrastinate_events"),
        ("import procrastinate\napp = procrastinate.App(connector=object())", "nothing"),
    ],
)
def test_jobs_on_the_connection_at_hand(made: str, written: str, enqueued: str) -> None:
    assert_touches(f"""
{made}
@app.task(queue="slow")
def tidy(pk):
    Log.objects.create()  #= insert shop_log
def work():
    with transaction.atomic():  #> {written}
        {enqueued}
""")
