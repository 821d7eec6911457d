from django import forms
from django.forms import modelformset_factory

from shop.orders.models import CartLine

QuantityFormSet = modelformset_factory(CartLine, fields=["quantity"], extra=0, can_delete=True)


class AddToCartForm(forms.Form):
    quantity = forms.IntegerField(min_value=1, max_value=99, initial=1)


class CheckoutForm(forms.Form):
    address = forms.ModelChoiceField(queryset=None)
    coupon_code = forms.CharField(required=False, max_length=20)

    def __init__(self, *args, customer, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].queryset = customer.addresses.all()


class CancelForm(forms.Form):
    reason = forms.CharField(required=False, max_length=120)
