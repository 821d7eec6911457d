from django import forms

from shop.loyalty.models import Coupon


class SwapForm(forms.Form):
    points = forms.IntegerField(min_value=100)


class CouponForm(forms.ModelForm):
    class Meta:
        model = Coupon
        fields = ["code", "percent", "amount", "limit", "valid_until"]
