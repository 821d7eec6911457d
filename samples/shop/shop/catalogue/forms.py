from django import forms
from django.forms import inlineformset_factory

from shop.catalogue.models import Attribute, PhysicalProduct, Product, Review


class ProductForm(forms.ModelForm):
    tag_names = forms.CharField(required=False, help_text="words, with commas between them")

    class Meta:
        model = PhysicalProduct
        fields = ["sku", "name", "description", "brand", "price", "weight_grams", "fragile"]

    def clean_price(self):
        price = self.cleaned_data["price"]
        if price <= 0:
            raise forms.ValidationError("We are not a charity.")
        return price

    def save(self, commit=True):
        product = super().save(commit=commit)
        if commit:
            product.tag(*filter(None, (name.strip() for name in self.cleaned_data["tag_names"].split(","))))
        return product


AttributeFormSet = inlineformset_factory(Product, Attribute, fields=["name", "value"], extra=2)


class ReviewForm(forms.ModelForm):
    class Meta:
        model = Review
        fields = ["stars", "text"]


class PriceForm(forms.Form):
    price = forms.DecimalField(min_value=0, max_digits=10, decimal_places=2)
