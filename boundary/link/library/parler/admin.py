"""Pages of models with translations."""

from django.contrib import admin
from parler.forms import TranslatableModelForm


class BaseTranslatableAdmin: ...


class TranslatableAdmin(BaseTranslatableAdmin, admin.ModelAdmin):
    form = TranslatableModelForm


class TranslatableInlineModelAdmin(BaseTranslatableAdmin): ...


class TranslatableStackedInline(TranslatableInlineModelAdmin, admin.StackedInline): ...


class TranslatableTabularInline(TranslatableInlineModelAdmin, admin.TabularInline): ...
