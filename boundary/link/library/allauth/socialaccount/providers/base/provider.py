"""What does a provider make of what its site tells?  A login with a user and an account that are not stored yet."""


class ProviderException(Exception): ...


class Provider:
    def __init__(self, request, app=None):
        self.request = request
        self.app = app

    def get_app(self, request, config=None):
        from allauth.socialaccount.adapter import get_adapter

        return get_adapter(request).get_app(request, provider=__unknown__)

    def sociallogin_from_response(self, request, response):
        from allauth.socialaccount.adapter import get_adapter
        from allauth.socialaccount.models import SocialAccount, SocialLogin

        adapter = get_adapter()
        uid = self.extract_uid(response)
        account = SocialAccount(extra_data=self.extract_extra_data(response), uid=uid)
        addresses = self.extract_email_addresses(response)
        login = SocialLogin(account=account, email_addresses=addresses)
        login.user = adapter.new_user(request, login)
        adapter.populate_user(request, login, self.extract_common_fields(response))
        return login

    def extract_uid(self, data):
        return __unknown__

    def extract_extra_data(self, data):
        return data

    def extract_common_fields(self, data):
        return __unknown__

    def extract_email_addresses(self, data):
        return []

    def wrap_account(self, social_account):
        return self.account_class(social_account)


class ProviderAccount:
    def __init__(self, social_account):
        self.account = social_account

    def get_avatar_url(self):
        return None

    def get_profile_url(self):
        return None

    def to_str(self):
        return __unknown__
