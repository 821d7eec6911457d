from django.urls import path

from shop.catalogue import views

app_name = "catalogue"

urlpatterns = [
    path("", views.ProductListView.as_view(), name="product-list"),
    path("products/new/", views.ProductCreateView.as_view(), name="product-create"),
    path("products/<slug:sku>/", views.ProductDetailView.as_view(), name="product-detail"),
    path("products/<slug:sku>/price/", views.PriceView.as_view(), name="product-price"),
    path("products/<slug:sku>/publish/", views.publish_product, name="product-publish"),
    path("products/<slug:sku>/review/", views.ReviewCreateView.as_view(), name="review-create"),
    path("reviews/<int:pk>/delete/", views.delete_review, name="review-delete"),
    path("categories/<int:pk>/delete/", views.CategoryDeleteView.as_view(), name="category-delete"),
    path("categories/<slug:category>/", views.ProductListView.as_view(), name="category"),
]
