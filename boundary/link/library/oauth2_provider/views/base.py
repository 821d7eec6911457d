"""How are applications authorized, and tokens made, renewed and revoked?"""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.views.generic import FormView, View
from oauth2_provider.models import get_access_token_model, get_application_model
from oauth2_provider.signals import app_authorized
from oauth2_provider.views.mixins import OAuthLibMixin


class BaseAuthorizationView(LoginRequiredMixin, OAuthLibMixin, View):
    oauth2_data = __unknown__

    def error_response(self, error, application, **kwargs):
        return HttpResponse()

    def redirect(self, redirect_to, application):
        return HttpResponse()


class AuthorizationView(BaseAuthorizationView, FormView):
    skip_authorization_completely = False

    def form_valid(self, form):
        application = get_application_model().objects.get(client_id=__unknown__)
        self.create_authorization_response(self.request, __unknown__, __unknown__, __unknown__)
        return self.redirect(__unknown__, application)

    def get(self, request, *args, **kwargs):
        self.validate_authorization_request(request)
        application = get_application_model().objects.get(client_id=__unknown__)
        form = self.get_form(self.get_form_class())
        if __unknown__:
            list(get_access_token_model().objects.filter(user=request.user, application=application))
            self.create_authorization_response(self.request, __unknown__, __unknown__, True)
            return self.redirect(__unknown__, application)
        return self.render_to_response(self.get_context_data(form=form, application=application))


class TokenView(OAuthLibMixin, View):
    def authorization_flow_token_response(self, request, *args, **kwargs):
        self.create_token_response(request)
        token = get_access_token_model().objects.get(token=__unknown__)
        app_authorized.send(sender=self, request=request, token=token)
        return HttpResponse()

    def post(self, request, *args, **kwargs):
        return self.authorization_flow_token_response(request)


class RevokeTokenView(OAuthLibMixin, View):
    def post(self, request, *args, **kwargs):
        self.create_revocation_response(request)
        return HttpResponse()
