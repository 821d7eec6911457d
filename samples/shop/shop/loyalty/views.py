from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.views import View
from django.views.generic import CreateView, DeleteView, FormView, ListView

from shop.core.views import CustomerMixin, StaffRequiredMixin, TitleMixin
from shop.loyalty import campaigns, services
from shop.loyalty.forms import CouponForm, SwapForm
from shop.loyalty.models import Campaign, Coupon


class PointsView(CustomerMixin, TitleMixin, ListView):
    template_name = "shop/list.html"
    title = "Your points"

    def get_queryset(self):
        return services.open_account(self.customer).entries.all()


class SwapView(CustomerMixin, TitleMixin, FormView):
    form_class = SwapForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("loyalty:points")
    title = "Turn points into a coupon"

    def form_valid(self, form):
        try:
            coupon = services.swap_for_coupon(self.customer.loyalty_card, form.cleaned_data["points"])
        except services.NotEnoughPointsError as error:
            form.add_error("points", str(error))
            return self.form_invalid(form)
        messages.success(self.request, f"Your code is {coupon.code}.")
        return super().form_valid(form)


class CouponCreateView(StaffRequiredMixin, TitleMixin, CreateView):
    model = Coupon
    form_class = CouponForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("loyalty:campaigns")
    title = "A new coupon"


class CampaignListView(StaffRequiredMixin, TitleMixin, ListView):
    model = Campaign
    template_name = "shop/list.html"
    title = "Campaigns"


class CampaignDeleteView(StaffRequiredMixin, TitleMixin, DeleteView):
    model = Campaign
    template_name = "shop/confirm.html"
    success_url = reverse_lazy("loyalty:campaigns")


class SendView(StaffRequiredMixin, View):
    def post(self, request, pk):
        campaigns.send(get_object_or_404(Campaign, pk=pk))
        return redirect("loyalty:campaigns")
