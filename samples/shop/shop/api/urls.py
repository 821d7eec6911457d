from django.urls import include, path
from rest_framework.routers import DefaultRouter

from shop.api import views

router = DefaultRouter()
router.register("products", views.ProductViewSet)
router.register("categories", views.CategoryViewSet)
router.register("addresses", views.AddressViewSet, basename="address")
router.register("orders", views.OrderViewSet, basename="order")

urlpatterns = [
    path("cart/items/", views.CartItemsView.as_view(), name="api-cart-items"),
    path("checkout/", views.CheckoutView.as_view(), name="api-checkout"),
    path("", include(router.urls)),
]
