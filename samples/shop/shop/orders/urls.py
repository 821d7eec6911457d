from django.urls import path

from shop.orders import views

app_name = "orders"

urlpatterns = [
    path("", views.CartView.as_view(), name="cart"),
    path("add/<slug:sku>/", views.AddToCartView.as_view(), name="add"),
    path("checkout/", views.CheckoutView.as_view(), name="checkout"),
    path("orders/", views.OrderListView.as_view(), name="orders"),
    path("orders/<slug:number>/", views.OrderDetailView.as_view(), name="order"),
    path("orders/<slug:number>/cancel/", views.CancelView.as_view(), name="cancel"),
]
