"""Which tokens does a user see and take back?"""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import DeleteView, ListView
from oauth2_provider.models import get_access_token_model


class AuthorizedTokensListView(LoginRequiredMixin, ListView):
    template_name = "oauth2_provider/authorized-tokens.html"
    context_object_name = "authorized_tokens"
    model = get_access_token_model()

    def get_queryset(self):
        return super().get_queryset().select_related("application").filter(user=self.request.user)


class AuthorizedTokenDeleteView(LoginRequiredMixin, DeleteView):
    template_name = "oauth2_provider/authorized-token-delete.html"
    model = get_access_token_model()

    def get_queryset(self):
        return super().get_queryset().filter(user=self.request.user)
