import csv
import io

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse_lazy
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.generic import FormView, ListView

from shop.core.views import StaffRequiredMixin, TitleMixin
from shop.orders.models import Order
from shop.shipping import services
from shop.shipping.forms import PackForm, RatesForm
from shop.shipping.models import Parcel, Shipment


class WaitingView(StaffRequiredMixin, TitleMixin, ListView):
    queryset = Shipment.objects.waiting().select_related("order", "carrier")
    template_name = "shop/list.html"
    title = "To be sent"


class PackView(StaffRequiredMixin, TitleMixin, FormView):
    form_class = PackForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("shipping:waiting")
    title = "Pack an order"

    def form_valid(self, form):
        order = get_object_or_404(Order, number=self.kwargs["number"], status=Order.Status.PAID)
        services.pack(order, form.cleaned_data["carrier"])
        return super().form_valid(form)


class DispatchView(StaffRequiredMixin, View):
    def post(self, request, pk):
        services.dispatch(get_object_or_404(Shipment, pk=pk))
        return redirect("shipping:waiting")


class RatesView(StaffRequiredMixin, TitleMixin, FormView):
    form_class = RatesForm
    template_name = "shop/form.html"
    success_url = reverse_lazy("shipping:waiting")
    title = "A new price list"

    def form_valid(self, form):
        rows = list(csv.DictReader(io.StringIO(form.cleaned_data["rates"])))
        services.load_rates(form.cleaned_data["carrier"], rows)
        return super().form_valid(form)


@csrf_exempt
@require_POST
def carrier_webhook(request):
    try:
        services.track(request.POST["code"], request.POST.get("place", ""), request.POST["status"])
    except Parcel.DoesNotExist:
        return HttpResponse(status=404)
    return JsonResponse({"ok": True})
