"""What does the form of flat pages read and save?"""

from django import forms
from django.contrib.flatpages.models import FlatPage


class FlatpageForm(forms.ModelForm):
    class Meta:
        model = FlatPage
        fields = "__all__"

    def clean_url(self):
        return self.cleaned_data["url"]

    def clean(self):
        if FlatPage.objects.filter(url=self.cleaned_data.get("url"), sites=self.cleaned_data.get("sites")).exists():
            pass
        return super().clean()
