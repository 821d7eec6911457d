"""What does a form of settings save?"""

from django import forms


class SiteSettingsForm(forms.Form):
    def __init__(self, siteconfig, *args, request=None, **kwargs):
        self.siteconfig = siteconfig
        self.request = request
        super().__init__(*args, **kwargs)
        self.load()

    def load(self): ...

    def save(self):
        self.siteconfig.save()
