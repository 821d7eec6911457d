"""All addresses of the shop."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("account/", include("shop.customers.urls")),
    path("cart/", include("shop.orders.urls")),
    path("stock/", include("shop.inventory.urls")),
    path("billing/", include("shop.billing.urls")),
    path("loyalty/", include("shop.loyalty.urls")),
    path("shipping/", include("shop.shipping.urls")),
    path("reports/", include("shop.reports.urls")),
    path("api/", include("shop.api.urls")),
    path("", include("shop.catalogue.urls")),
]
