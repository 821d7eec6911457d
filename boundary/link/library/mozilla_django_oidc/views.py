"""What do the pages of a login by OpenID Connect do?"""

from django.contrib import auth
from django.http import HttpResponseRedirect
from django.views.generic import View


class OIDCAuthenticationCallbackView(View):
    @staticmethod
    def get_settings(attr, *args):
        return __unknown__

    @property
    def failure_url(self):
        return __unknown__

    @property
    def success_url(self):
        return __unknown__

    def login_failure(self):
        return HttpResponseRedirect(self.failure_url)

    def login_success(self):
        auth.login(self.request, self.user)
        self.request.session["oidc_id_token_expiration"] = __unknown__
        return HttpResponseRedirect(self.success_url)

    def get(self, request):
        if __unknown__:
            if request.user.is_authenticated:
                auth.logout(request)
        else:
            request.session.save()
            self.user = auth.authenticate(request=request, nonce=__unknown__)
            if self.user and self.user.is_active:
                return self.login_success()
        return self.login_failure()


class OIDCAuthenticationRequestView(View):
    @staticmethod
    def get_settings(attr, *args):
        return __unknown__

    def get(self, request):
        request.session["oidc_states"] = __unknown__
        request.session.save()
        return HttpResponseRedirect(__unknown__)

    def get_extra_params(self, request):
        return {}


class OIDCLogoutView(View):
    @staticmethod
    def get_settings(attr, *args):
        return __unknown__

    @property
    def redirect_url(self):
        return __unknown__

    def post(self, request):
        if request.user.is_authenticated:
            auth.logout(request)
        return HttpResponseRedirect(self.redirect_url)

    def get(self, request):
        return self.post(request)
