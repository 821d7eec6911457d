"""What happens where somebody becomes another user, and is themselves again?

The row of the one who asks is locked, and the session is begun anew; the time of the last login stays.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views import View
from django.views.generic.detail import SingleObjectMixin
from hijack import signals


def _enter(request, user):
    if __unknown__:
        request.session.flush()
    else:
        request.session.cycle_key()
    user_logged_in.send(sender=user.__class__, request=request, user=user)


class SuccessUrlMixin:
    success_url = "/"

    def get_success_url(self):
        return self.get_redirect_url() or self.success_url

    def get_redirect_url(self):
        return __unknown__


class LockUserTableMixin:
    def dispatch(self, request, *args, **kwargs):
        with transaction.atomic():
            get_user_model()._base_manager.select_for_update().get(pk=request.user.pk)
            return super().dispatch(request, *args, **kwargs)


class AcquireUserView(LoginRequiredMixin, LockUserTableMixin, UserPassesTestMixin, SuccessUrlMixin, SingleObjectMixin, View):
    def test_func(self):
        self.get_object()
        return __unknown__

    def get_object(self, queryset=None):
        return get_object_or_404(get_user_model(), pk=self.request.POST["user_pk"])

    def post(self, request, *args, **kwargs):
        hijacker, hijacked = request.user, self.get_object()
        request.session.get("hijack_history")
        _enter(request, hijacked)
        request.session["hijack_history"] = __unknown__
        signals.hijack_started.send(sender=None, request=request, hijacker=hijacker, hijacked=hijacked)
        return HttpResponseRedirect(self.get_success_url())


class ReleaseUserView(LoginRequiredMixin, LockUserTableMixin, UserPassesTestMixin, SuccessUrlMixin, View):
    def test_func(self):
        request_history = self.request.session.get("hijack_history")
        return bool(request_history)

    def post(self, request, *args, **kwargs):
        hijacked = request.user
        hijacker = get_object_or_404(get_user_model(), pk=__unknown__)
        _enter(request, hijacker)
        request.session["hijack_history"] = __unknown__
        signals.hijack_ended.send(sender=None, request=request, hijacker=hijacker, hijacked=hijacked)
        return HttpResponseRedirect(self.get_success_url())
