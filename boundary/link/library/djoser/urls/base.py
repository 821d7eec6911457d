"""The same by another name."""

from djoser.urls import urlpatterns
