from django.urls import path

from shop.reports import views

app_name = "reports"

urlpatterns = [
    path("sales/", views.SalesView.as_view(), name="sales"),
    path("customers/", views.BestCustomersView.as_view(), name="customers"),
    path("stock/", views.StockValueView.as_view(), name="stock"),
]
