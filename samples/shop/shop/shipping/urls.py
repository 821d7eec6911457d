from django.urls import path

from shop.shipping import views

app_name = "shipping"

urlpatterns = [
    path("", views.WaitingView.as_view(), name="waiting"),
    path("pack/<slug:number>/", views.PackView.as_view(), name="pack"),
    path("<int:pk>/dispatch/", views.DispatchView.as_view(), name="dispatch"),
    path("rates/", views.RatesView.as_view(), name="rates"),
    path("webhook/", views.carrier_webhook, name="webhook"),
]
