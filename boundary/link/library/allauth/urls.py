"""Which pages are there for accounts, here and elsewhere?"""

from django.urls import include, path

urlpatterns = [path("", include("allauth.account.urls"))]
