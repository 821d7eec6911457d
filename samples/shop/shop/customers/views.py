from django.contrib.auth import login
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views import View
from django.views.generic import CreateView, DeleteView, FormView, ListView, UpdateView

from shop.core.views import CustomerMixin, TitleMixin
from shop.customers import services
from shop.customers.forms import AddressForm, ProfileForm, RegistrationForm
from shop.customers.models import Address, Customer


class RegisterView(TitleMixin, FormView):
    form_class = RegistrationForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("customers:addresses")
    title = "Open an account"

    def form_valid(self, form):
        customer = form.save()
        login(self.request, customer.user)
        return super().form_valid(form)


@method_decorator(transaction.atomic, name="dispatch")
class ProfileView(CustomerMixin, TitleMixin, UpdateView):
    model = Customer
    form_class = ProfileForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("customers:profile")
    title = "Your details"

    def get_object(self, queryset=None):
        return self.customer


class AddressMixin(CustomerMixin, TitleMixin):
    model = Address
    success_url = reverse_lazy("customers:addresses")

    def get_queryset(self):
        return super().get_queryset().filter(customer=self.customer)


class AddressListView(AddressMixin, ListView):
    template_name = "shop/list.html"
    title = "Your addresses"


class AddressCreateView(AddressMixin, CreateView):
    form_class = AddressForm
    template_name = "shop/form.html"
    title = "A new address"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"customer": self.customer}

    def form_valid(self, form):
        response = super().form_valid(form)
        if not self.customer.addresses.filter(is_default=True).exists():
            self.object.make_default()
        return response


class AddressDeleteView(AddressMixin, DeleteView):
    template_name = "shop/confirm.html"
    title = "Delete this address?"


class DefaultAddressView(CustomerMixin, View):
    def post(self, request, pk):
        address = get_object_or_404(Address, pk=pk, customer=self.customer)
        address.make_default()
        return redirect("customers:addresses")


class EraseView(CustomerMixin, View):
    def post(self, request):
        services.erase(self.customer)
        return redirect("catalogue:product-list")
