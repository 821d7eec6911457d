import pytest
from django.db import transaction
from django.test import TestCase, TransactionTestCase

from notes import services
from notes.models import Note, Tag

CALLS = "block tag several uses_work wrapped guarded stacked implicit inherited locks reads outside raw later".split()
CALLS += ["renders", "lasting", "quickly", "versioned"]


class InsideATestCase(TestCase):
    def test_services(self):
        Note.objects.create(text="to lock")
        for name in CALLS:
            getattr(services, name)()

    def test_recursion(self):
        services.recursive(2)

    def test_async(self):
        services.calls_async()

    def test_failure(self):
        with pytest.raises(ValueError):
            services.fails()

    def test_a_test_opens_nothing(self):
        with transaction.atomic():
            services.outside()
            services.calls_back(lambda: Tag.objects.get_or_create(name="of the test"))
            with transaction.atomic():
                services.block()
        with services.work():
            services.outside()


class Committing(TransactionTestCase):
    databases = {"default", "atomic"}

    def test_later(self):
        services.later()
        assert Tag.objects.filter(name="later").exists()

    def test_views(self):
        note = Note.objects.create(text="x")
        for path in ("create", "save", f"delete/{note.pk}", "request", "of_an_api", "notes"):
            self.client.post(f"/{path}")
