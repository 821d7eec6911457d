from django.urls import path

from shop.loyalty import views

app_name = "loyalty"

urlpatterns = [
    path("points/", views.PointsView.as_view(), name="points"),
    path("swap/", views.SwapView.as_view(), name="swap"),
    path("coupons/new/", views.CouponCreateView.as_view(), name="coupon-create"),
    path("campaigns/", views.CampaignListView.as_view(), name="campaigns"),
    path("campaigns/<int:pk>/send/", views.SendView.as_view(), name="campaign-send"),
    path("campaigns/<int:pk>/delete/", views.CampaignDeleteView.as_view(), name="campaign-delete"),
]
