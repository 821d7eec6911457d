"""The back office of the accountants."""

import json

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView

from shop.billing import services
from shop.billing.forms import PaymentForm, RefundForm
from shop.billing.models import Invoice, Payment
from shop.core.views import StaffRequiredMixin, TitleMixin


class UnpaidView(StaffRequiredMixin, TitleMixin, ListView):
    template_name = "shop/list.html"
    title = "Unpaid invoices"

    def get_queryset(self):
        return Invoice.objects.unpaid().select_related("customer")


class PaymentView(StaffRequiredMixin, TitleMixin, FormView):
    form_class = PaymentForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("billing:unpaid")
    title = "A payment"

    def form_valid(self, form):
        invoice = get_object_or_404(Invoice, number=self.kwargs["number"])
        services.record_payment(invoice, **form.cleaned_data)
        return super().form_valid(form)


class RefundView(StaffRequiredMixin, TitleMixin, FormView):
    form_class = RefundForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("billing:unpaid")
    title = "Give money back"

    def form_valid(self, form):
        payment = get_object_or_404(Payment, pk=self.kwargs["pk"])
        services.refund(
            payment, form.cleaned_data["amount"], reason=form.cleaned_data["reason"], actor=self.request.user
        )
        messages.success(self.request, "The money is on its way.")
        return super().form_valid(form)


@csrf_exempt
@require_POST
def provider_webhook(request):
    """The payment provider tells us what happened to the money."""
    event = json.loads(request.body)
    if event["type"] == "payment.succeeded":
        invoice = get_object_or_404(Invoice, number=event["invoice"])
        services.record_payment(invoice, event["amount"], method="card", reference=event["id"])
    elif event["type"] == "payment.reversed":
        payment = get_object_or_404(Payment, reference=event["id"])
        services.fail_payment(payment, event.get("reason", "reversed"))
    return JsonResponse({"received": True})
