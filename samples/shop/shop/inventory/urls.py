from django.urls import path

from shop.inventory import views

app_name = "inventory"

urlpatterns = [
    path("low/", views.LowStockView.as_view(), name="low"),
    path("<int:pk>/count/", views.StockTakeView.as_view(), name="count"),
    path("<slug:code>/reorder/", views.ReorderView.as_view(), name="reorder"),
    path("purchases/<int:pk>/receive/", views.ReceiveView.as_view(), name="receive"),
]
