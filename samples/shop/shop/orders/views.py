from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse_lazy
from django.views import View
from django.views.generic import DetailView, FormView, ListView
from django.views.generic.detail import SingleObjectMixin

from shop.catalogue.models import Product
from shop.core.views import CustomerMixin, TitleMixin
from shop.inventory.models import OutOfStockError
from shop.orders import checkout
from shop.orders.forms import AddToCartForm, CancelForm, CheckoutForm, QuantityFormSet
from shop.orders.models import Order


class CartView(View):
    """Shows the cart, and changes quantities in it."""

    def get(self, request):
        formset = QuantityFormSet(queryset=request.cart.lines.all())
        return render(request, "shop/form.html", {"title": "Your cart", "formset": formset})

    def post(self, request):
        formset = QuantityFormSet(request.POST, queryset=request.cart.lines.all())
        if not formset.is_valid():
            return render(request, "shop/form.html", {"title": "Your cart", "formset": formset})
        formset.save()
        return redirect("orders:cart")


class AddToCartView(FormView):
    form_class = AddToCartForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("orders:cart")

    def form_valid(self, form):
        product = get_object_or_404(Product.live, sku=self.kwargs["sku"])
        self.request.cart.add(product, form.cleaned_data["quantity"])
        return super().form_valid(form)


class CheckoutView(CustomerMixin, TitleMixin, FormView):
    form_class = CheckoutForm
    template_name = "shop/form.html"
    title = "Where shall it go?"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"customer": self.customer}

    def form_valid(self, form):
        cart = self.request.cart
        if not cart.lines.exists():
            messages.warning(self.request, "Your cart is empty.")
            return redirect("orders:cart")
        if code := form.cleaned_data["coupon_code"]:
            cart.coupon_code = code
            cart.save(update_fields=["coupon_code"])
        try:
            order = checkout.place_order(cart, self.customer, form.cleaned_data["address"])
        except OutOfStockError as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        self.request.session.pop("cart", None)
        return redirect(order)


class OwnOrdersMixin(CustomerMixin, TitleMixin):
    slug_field = slug_url_kwarg = "number"

    def get_queryset(self):
        return Order.objects.of(self.customer)


class OrderListView(OwnOrdersMixin, ListView):
    template_name = "shop/list.html"
    title = "Your orders"


class OrderDetailView(OwnOrdersMixin, DetailView):
    template_name = "shop/detail.html"
    title = "Your order"


class CancelView(OwnOrdersMixin, SingleObjectMixin, FormView):
    form_class = CancelForm
    template_name = "shop/form.html"
    title = "Cancel the order"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        checkout.cancel_order(self.object, by=self.request.user, reason=form.cleaned_data["reason"])
        return redirect(self.object)
