from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from shop.customers import views

app_name = "customers"

urlpatterns = [
    path("login/", LoginView.as_view(template_name="shop/form.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("register/", views.RegisterView.as_view(), name="register"),
    path("profile/", views.ProfileView.as_view(), name="profile"),
    path("addresses/", views.AddressListView.as_view(), name="addresses"),
    path("addresses/new/", views.AddressCreateView.as_view(), name="address-create"),
    path("addresses/<int:pk>/delete/", views.AddressDeleteView.as_view(), name="address-delete"),
    path("addresses/<int:pk>/default/", views.DefaultAddressView.as_view(), name="address-default"),
    path("erase/", views.EraseView.as_view(), name="erase"),
]
