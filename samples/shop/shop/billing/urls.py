from django.urls import path

from shop.billing import views

app_name = "billing"

urlpatterns = [
    path("", views.UnpaidView.as_view(), name="unpaid"),
    path("invoices/<str:number>/pay/", views.PaymentView.as_view(), name="pay"),
    path("payments/<int:pk>/refund/", views.RefundView.as_view(), name="refund"),
    path("webhook/", views.provider_webhook, name="webhook"),
]
