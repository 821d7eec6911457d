"""Where do the pages of a login by OpenID Connect lie?  The settings may name classes for them."""

from django.conf import settings
from django.urls import path
from django.utils.module_loading import import_string
from mozilla_django_oidc import views

CallbackView = import_string(settings.OIDC_CALLBACK_CLASS or "mozilla_django_oidc.views.OIDCAuthenticationCallbackView")
RequestView = import_string(settings.OIDC_AUTHENTICATE_CLASS or "mozilla_django_oidc.views.OIDCAuthenticationRequestView")

urlpatterns = [
    path("callback/", CallbackView.as_view(), name="oidc_authentication_callback"),
    path("authenticate/", RequestView.as_view(), name="oidc_authentication_init"),
    path("logout/", views.OIDCLogoutView.as_view(), name="oidc_logout"),
]
