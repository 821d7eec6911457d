"""What do the views of an account have in common?"""

from allauth.account.adapter import get_adapter
from allauth.account.utils import get_login_redirect_url, get_next_redirect_url
from django.http import HttpResponseRedirect
from django.shortcuts import render


class RedirectAuthenticatedUserMixin:
    def dispatch(self, request, *args, **kwargs):
        if __unknown__:
            return HttpResponseRedirect(self.get_authenticated_redirect_url())
        return super().dispatch(request, *args, **kwargs)

    def get_authenticated_redirect_url(self):
        return get_login_redirect_url(self.request, url=self.get_success_url())


class LogoutFunctionalityMixin:
    def logout(self):
        get_adapter(self.request).logout(self.request)


class AjaxCapableProcessFormViewMixin:
    def post(self, request, *args, **kwargs):
        form = self.get_form(self.get_form_class())
        if form.is_valid():
            return self.form_valid(form)
        return self.form_invalid(form)

    def get_ajax_data(self):
        return None


class CloseableSignupMixin:
    def dispatch(self, request, *args, **kwargs):
        if not self.is_open():
            return self.closed()
        return super().dispatch(request, *args, **kwargs)

    def is_open(self):
        return get_adapter(self.request).is_open_for_signup(self.request)

    def closed(self):
        return render(self.request, "account/signup_closed.html")


class NextRedirectMixin:
    def get_success_url(self):
        return self.get_next_url() or self.get_default_success_url()

    def get_default_success_url(self):
        return self.success_url

    def get_next_url(self):
        return get_next_redirect_url(self.request)

    def passthrough_next_url(self, url):
        return url
