from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views import View
from django.views.generic import ListView

from shop.core.views import StaffRequiredMixin, TitleMixin
from shop.inventory import services
from shop.inventory.models import PurchaseOrder, Stock, Warehouse


class LowStockView(StaffRequiredMixin, TitleMixin, ListView):
    queryset = Stock.objects.low().select_related("product", "warehouse")
    template_name = "shop/list.html"
    title = "Running low"


class StockTakeView(StaffRequiredMixin, View):
    def post(self, request, pk):
        stock = get_object_or_404(Stock, pk=pk)
        difference = services.count(stock, int(request.POST["counted"]))
        messages.info(request, f"corrected by {difference}")
        return redirect("inventory:low")


class ReorderView(StaffRequiredMixin, View):
    def post(self, request, code):
        purchases = services.reorder(get_object_or_404(Warehouse, code=code))
        messages.info(request, f"{len(purchases)} purchase orders")
        return redirect("inventory:low")


class ReceiveView(StaffRequiredMixin, View):
    def post(self, request, pk):
        services.receive(get_object_or_404(PurchaseOrder, pk=pk))
        return redirect("inventory:low")
