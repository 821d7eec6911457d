from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone
from django.views import View
from django.views.generic import ListView

from shop.core.views import StaffRequiredMixin, TitleMixin
from shop.reports import queries
from shop.reports.models import DailySales


class SalesView(StaffRequiredMixin, TitleMixin, ListView):
    model = DailySales
    template_name = "shop/list.html"
    title = "Sales by day"


class BestCustomersView(StaffRequiredMixin, View):
    def get(self, request):
        since = timezone.now() - timedelta(days=365)
        rows = queries.best_customers(since)
        return render(request, "shop/table.html", {"title": "Best customers", "rows": rows})


class StockValueView(StaffRequiredMixin, View):
    def get(self, request):
        return render(request, "shop/table.html", {"title": "On the shelves", "rows": queries.stock_value()})
