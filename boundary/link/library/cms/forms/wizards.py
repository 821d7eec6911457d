"""What do the forms of the wizards of pages save?  A page with its title, and a plugin with a text, if there is one."""

from django import forms
from django.contrib.sites.models import Site

from cms.api import create_title
from cms.models import Page


class SlugWidget(forms.TextInput):
    pass


class CreateCMSPageForm(forms.ModelForm):
    class Meta:
        model = Page
        fields = []

    def __init__(self, *args, **kwargs):
        self._user = None
        self._site = None
        super().__init__(*args, **kwargs)

    def save(self, **kwargs):
        page = super().save(commit=False)
        page.set_tree_node(self._site, None)
        page.save()
        create_title(page=page, language=__unknown__, title=__unknown__)
        page.rescan_placeholders()
        return page


class CreateCMSSubPageForm(CreateCMSPageForm):
    pass
