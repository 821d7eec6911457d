from django import forms


class PaymentForm(forms.Form):
    amount = forms.DecimalField(min_value=0, max_digits=12, decimal_places=2)
    method = forms.ChoiceField(choices=[("card", "card"), ("transfer", "transfer"), ("cash", "cash")])
    reference = forms.CharField(required=False, max_length=60)


class RefundForm(forms.Form):
    amount = forms.DecimalField(required=False, min_value=0, max_digits=12, decimal_places=2)
    reason = forms.CharField(max_length=120)
