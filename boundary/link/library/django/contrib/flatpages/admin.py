"""Which page edits flat pages?"""

from django.contrib import admin
from django.contrib.flatpages.forms import FlatpageForm


class FlatPageAdmin(admin.ModelAdmin):
    form = FlatpageForm
