from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password

from shop.customers import services
from shop.customers.models import Address, Customer, Interest


class RegistrationForm(forms.Form):
    email = forms.EmailField()
    name = forms.CharField(max_length=120, required=False)
    password = forms.CharField(widget=forms.PasswordInput)
    newsletter = forms.BooleanField(required=False)

    def clean_email(self):
        email = self.cleaned_data["email"]
        if get_user_model().objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("This address has an account already.")
        return email

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password)
        return password

    def save(self):
        return services.register(
            self.cleaned_data["email"],
            self.cleaned_data["password"],
            name=self.cleaned_data["name"],
            newsletter=self.cleaned_data["newsletter"],
        )


class ProfileForm(forms.ModelForm):
    interests = forms.ModelMultipleChoiceField(Interest.objects.all(), required=False)

    class Meta:
        model = Customer
        fields = ["name", "phone", "interests"]


class AddressForm(forms.ModelForm):
    class Meta:
        model = Address
        fields = ["line1", "line2", "postcode", "city", "country"]

    def __init__(self, *args, customer, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.customer = customer
