"""Mixins that the shop's views share."""

from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.core.exceptions import PermissionDenied


class StaffRequiredMixin(LoginRequiredMixin, UserPassesTestMixin):
    """The back office is for staff."""

    def test_func(self):
        return self.request.user.is_staff


class CustomerMixin(LoginRequiredMixin):
    """A page of the signed-in customer."""

    @property
    def customer(self):
        try:
            return self.request.user.customer
        except AttributeError:
            raise PermissionDenied from None


class TitleMixin:
    """Gives the shared templates something to print."""

    title = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(title=self.title, **kwargs)
