"""What happens when a site sends somebody back?  The adapter asks the site, then the login is completed."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialToken


class OAuth2Adapter:
    def __init__(self, request):
        self.request = request

    def get_provider(self):
        return get_adapter(self.request).get_provider(self.request, provider=__unknown__)

    def complete_login(self, request, app, token, **kwargs):
        return __unknown__

    def parse_token(self, data):
        return SocialToken(token=__unknown__)


class OAuth2View:
    @classmethod
    def adapter_view(cls, adapter):
        def view(request, *args, **kwargs):
            self = cls()
            self.request = request
            self.adapter = adapter(request)
            return self.dispatch(request, *args, **kwargs)

        return view


class OAuth2LoginView(OAuth2View):
    def dispatch(self, request, *args, **kwargs):
        self.adapter.get_provider()
        return __unknown__


class OAuth2CallbackView(OAuth2View):
    def dispatch(self, request, *args, **kwargs):
        app = self.adapter.get_provider().app
        token = self.adapter.parse_token(__unknown__)
        login = self.adapter.complete_login(request, app, token, response=__unknown__)
        login.token = token
        return complete_social_login(request, login)
