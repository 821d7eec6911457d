"""What do the lines of a planted monolith say?  Templates of modules, filled with names."""

from __future__ import annotations

from string import Template

_NOUNS = (
    "Account Address Agent Badge Basket Batch Bill Booking Branch Budget Campaign Cargo Claim Client Coupon Credit "
    "Customer Deal Debt Depot Discount Dispute Event Fee Fleet Gift Grant Group Guest Invoice Item Journal Label Lease "
    "Ledger License Loan Lot Member Message Meter Note Notice Offer Order Parcel Partner Pass Payment Permit Plan "
    "Policy Price Product Profile Project Quota Quote Rate Receipt Refund Region Rental Report Request Review Reward "
    "Route Sale Schedule Seat Session Shelf Shift Ship Site Slot Stock Store Survey Task Tax Team Tenant Ticket Tour "
    "Trade Transfer Trip Unit User Vehicle Vendor Visit Voucher Wallet Ward Warehouse Zone"
)
_KINDS = "Active Annual Basic Bulk Core Daily Draft Dual Early External Final Global Home Inner Joint Late"
_VERBS = "accept apply approve assign cancel check close collect compute confirm copy count create drop"
_PARTS = "amount code count date entry flag index item key limit line mark name note number owner part"
NOUNS, KINDS, VERBS, PARTS = (tuple(each.split()) for each in (_NOUNS, _KINDS, _VERBS, _PARTS))

CORE = {
    "shop/core/__init__.py": "",
    "shop/core/models.py": """\
from django.conf import settings
from django.db import models


class Stamped(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Entry(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    text = models.TextField()


class Counter(models.Model):
    name = models.CharField(max_length=80)
    value = models.IntegerField(default=0)
""",
    "shop/core/services.py": """\
from django.db import transaction

from shop.core.models import Counter, Entry


def log(obj, text):
    return Entry.objects.create(text=f"{obj.pk} {text}")


@transaction.atomic
def next_value(name):
    counter = Counter.objects.select_for_update().get(name=name)
    counter.value += 1
    counter.save(update_fields=["value"])
    return counter.value


def change(instance, **values):
    for name, value in values.items():
        setattr(instance, name, value)
    instance.save()
    return instance
""",
    "shop/core/forms.py": """\
from django import forms


class LoggedForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        self.cleaned = True
        return cleaned
""",
    "shop/core/views.py": """\
from django.db import transaction
from django.views import generic


class LoggedMixin:
    def dispatch(self, request, *args, **kwargs):
        self.started = request.META.get("HTTP_DATE")
        return super().dispatch(request, *args, **kwargs)


class CreateView(LoggedMixin, generic.CreateView):
    @transaction.atomic
    def form_valid(self, form):
        self.object = form.save()
        return super().form_valid(form)
""",
}

APP_CONFIG = """\
from django.apps import AppConfig


class Config(AppConfig):
    name = "${app}"
    label = "${label}"

    def ready(self):
        from ${app} import signals  # noqa: F401
"""

MODELS_HEAD = """\
from django.conf import settings
from django.db import models

from shop.core.models import Stamped
"""

MODEL = """

class ${model}QuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed=False)

    def of(self, user):
        return self.filter(owner=user).select_related("parent")


class ${model}(Stamped):
    NEW, DONE = "new", "done"

    name = models.CharField(max_length=80)
    state = models.CharField(max_length=10, default=NEW)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    closed = models.BooleanField(default=False)
    parent = models.ForeignKey("${key}", null=True, on_delete=models.CASCADE, related_name="${related}")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ${model}QuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def is_done(self):
        return self.state == self.DONE

    def close(self, save=True):
        self.closed = True
        self.state = self.DONE
        if save:
            self.save(update_fields=["closed", "state"])
        return self

    def add(self, amount):
        self.total = self.total + amount
        self.save()
"""

SERVICES_HEAD = """\
import logging

from django.db import transaction

from shop.core.services import change, log, next_value
from ${app} import rules
from ${app}.models import ${models}

logger = logging.getLogger(__name__)
"""

SERVICES = (
    '''

@transaction.atomic
def ${name}(number, user=None):
    """Do all of it, or nothing."""
    found = ${model}.objects.open().filter(pk=number).first()
    if found is None:
        found = ${model}.objects.create(name=str(number), owner=user)
    try:
${calls}
    except ValueError as error:
        logger.warning("%s: %s", found, error)
        raise
    log(found, "${name}")
    return found
''',
    """

def ${name}(number):
    with transaction.atomic():
        obj, created = ${model}.objects.get_or_create(name=f"n{number}")
        if created:
            obj.close()
${calls}
    return obj
""",
    """

def ${name}(number):
    for each in ${model}.objects.filter(total__gt=number):
        each.add(number)
    if number > 3:
${calls}
    return next_value("${name}")
""",
    """

def ${name}(number):
    instance = ${model}.objects.select_for_update().get(pk=number)
    if instance.is_done:
${calls}
    return change(instance, name=str(number))
""",
)

RULES_HEAD = '''\
"""Rules that only compute."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

STEPS = [Decimal("0.05"), Decimal("0.1"), Decimal("0.25")]
'''

RULES = (
    '''

def ${name}(value, *, step=STEPS[0], limit=None):
    """The value in whole steps, and never more than the limit."""
    rest = Decimal(value) / step
    rounded = rest.quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
    if limit is not None and rounded > limit:
        return limit
    return ${calls}([rounded, *STEPS]) if rounded else Decimal(0)
''',
    """

def ${name}(rows):
    groups = {}
    for row in rows:
        key = (row.get("code"), row.get("date") or date.today())
        groups.setdefault(key, []).append(row)
    return {
        key: sum(Decimal(each["amount"]) for each in group if each.get("amount")) + ${calls}(group)
        for key, group in sorted(groups.items())
    }
""",
    """

class ${name}:
    days = 14

    def __init__(self, start=None, parts=()):
        self.start = start or date.today()
        self.parts = list(parts)

    def dates(self):
        day = self.start
        while day < self.start + timedelta(days=self.days):
            yield day
            day += timedelta(days=1)

    def total(self):
        return sum(part for part in self.parts if part) + ${calls}(self.parts)
""",
)

VIEW = """
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.views import View

from shop.core.services import log
from shop.core.views import CreateView
from ${app}.forms import ${model}Form
from ${app}.models import ${model}


class ${model}Create(CreateView):
    model = ${model}
    form_class = ${model}Form
    success_url = "/"


class ${model}Change(View):
    def get(self, request, pk):
        found = get_object_or_404(${model}, pk=pk)
        return JsonResponse({"name": found.name, "rows": [str(row) for row in ${model}.objects.of(request.user)]})

    @transaction.atomic
    def post(self, request, pk):
        found = get_object_or_404(${model}, pk=pk)
        found.name = request.POST["name"]
        found.save()
        log(found, "changed")
        return JsonResponse({"name": found.name})

    def delete(self, request, pk):
        get_object_or_404(${model}, pk=pk).delete()
        return JsonResponse({})
"""

FORM = """
from shop.core.forms import LoggedForm
from ${app}.models import ${model}


class ${model}Form(LoggedForm):
    class Meta:
        model = ${model}
        fields = ["name", "state", "total", "parent"]

    def clean_name(self):
        return self.cleaned_data["name"].strip()
"""

API = """
from django.db import transaction
from rest_framework import serializers, viewsets

from ${app}.models import ${model}


class ${model}Serializer(serializers.ModelSerializer):
    class Meta:
        model = ${model}
        fields = ["id", "name", "state", "total"]

    def validate_total(self, value):
        if value < 0:
            raise serializers.ValidationError("negative")
        return value


class ${model}ViewSet(viewsets.ModelViewSet):
    queryset = ${model}.objects.all()
    serializer_class = ${model}Serializer

    @transaction.atomic
    def perform_create(self, serializer):
        serializer.save(owner=self.request.user)
"""

ADMIN = """
from django.contrib import admin

from ${app}.models import ${model}


@admin.register(${model})
class ${model}Admin(admin.ModelAdmin):
    list_display = ["name", "state", "total"]
    list_filter = ["state"]
    actions = ["close"]

    def close(self, request, queryset):
        queryset.update(closed=True)
"""

TASK = """
from celery import shared_task

from ${app} import services


@shared_task
def run_${service}(number):
    services.${service}(number)


def later_${service}(number):
    run_${service}.delay(number)
"""

RECEIVER = """
from django.db.models.signals import post_save
from django.dispatch import receiver

from ${app}.models import ${model}
from ${other}.models import ${sender}


@receiver(post_save, sender=${sender})
def on_save_${number}(sender, instance, created, **kwargs):
    if created:
        ${model}.objects.filter(name=instance.name).update(closed=False)
"""

QUERY = """
from django.db import connection, transaction


def totals_of_${model}(since):
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, sum(total) FROM ${table} WHERE created > %s GROUP BY state", [since])
        return dict(cursor.fetchall())


def clear_${model}(before):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM ${table} WHERE closed AND changed < %s", [before])
"""


TESTS_HEAD = """\
import pytest

from ${app} import models, rules, services

pytestmark = pytest.mark.django_db
"""

TEST = """

def test_${service}_${number}(django_user_model, django_assert_num_queries):
    user = django_user_model.objects.create(username="u${number}")
    row = models.${model}.objects.create(name="n${number}", owner=user)
    with django_assert_num_queries(12):
        found = services.${service}(${number})
    row.refresh_from_db()
    assert found is not None
    assert row.total >= 0
    assert not row.closed or row.state == models.${model}.DONE
    assert [each.name for each in models.${model}.objects.of(user)] == ["n${number}"]
    with pytest.raises(ValueError, match="number"):
        services.${service}(-1)
"""

MIGRATION_HEAD = """\
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
"""

MIGRATION = """\
        migrations.CreateModel(
            name="${model}",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ("created", models.DateTimeField(auto_now_add=True)),
                ("changed", models.DateTimeField(auto_now=True)),
                ("name", models.CharField(max_length=80)),
                ("state", models.CharField(default="new", max_length=10)),
                ("total", models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                ("closed", models.BooleanField(default=False)),
                ("owner", models.ForeignKey(null=True, on_delete=models.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
            options={"ordering": ["name"]},
        ),
"""


def filled(template: str, **names: object) -> str:
    """A template with its names."""
    return Template(template).substitute(names)
