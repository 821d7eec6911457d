from django import forms

from shop.shipping.models import Carrier


class PackForm(forms.Form):
    carrier = forms.ModelChoiceField(Carrier.objects.all())


class RatesForm(forms.Form):
    carrier = forms.SlugField()
    rates = forms.CharField(widget=forms.Textarea, help_text="country,up_to_grams,price")
