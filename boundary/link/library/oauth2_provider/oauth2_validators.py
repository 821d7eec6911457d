"""What does the server of tokens ask, and what does it store?"""

from django.contrib.auth import authenticate
from django.db import transaction
from oauth2_provider.models import (
    get_access_token_model,
    get_application_model,
    get_grant_model,
    get_id_token_model,
    get_refresh_token_model,
)


class OAuth2Validator:
    def _load_application(self, client_id, request):
        request.client = get_application_model().objects.get(client_id=client_id)
        return request.client

    def client_authentication_required(self, request, *args, **kwargs):
        return self._load_application(__unknown__, request)

    def authenticate_client(self, request, *args, **kwargs):
        return self._load_application(__unknown__, request)

    def authenticate_client_id(self, client_id, request, *args, **kwargs):
        return self._load_application(client_id, request)

    def validate_client_id(self, client_id, request, *args, **kwargs):
        return self._load_application(client_id, request)

    def validate_user(self, username, password, client, request, *args, **kwargs):
        user = authenticate(request, username=username, password=password)
        request.user = user
        return __unknown__

    def validate_code(self, client_id, code, client, request, *args, **kwargs):
        grant = get_grant_model().objects.get(code=code, application=client)
        request.user = grant.user
        return __unknown__

    def validate_bearer_token(self, token, scopes, request):
        access_token = get_access_token_model().objects.select_related("application", "user").get(token=token)
        request.user = access_token.user
        return __unknown__

    def validate_refresh_token(self, refresh_token, client, request, *args, **kwargs):
        token = get_refresh_token_model().objects.filter(token=refresh_token).select_related("access_token").first()
        request.user = token.user
        return __unknown__

    def get_original_scopes(self, refresh_token, request, *args, **kwargs):
        return __unknown__

    def validate_scopes(self, client_id, scopes, client, request, *args, **kwargs):
        return __unknown__

    def rotate_refresh_token(self, request):
        return __unknown__

    def get_additional_claims(self, request):
        return {}

    def invalidate_authorization_code(self, client_id, code, request, *args, **kwargs):
        get_grant_model().objects.filter(code=code, application=__unknown__).delete()

    def save_authorization_code(self, client_id, code, request, *args, **kwargs):
        self._create_authorization_code(request, code)

    def _create_authorization_code(self, request, code, expires=None):
        return get_grant_model().objects.create(user=request.user, code=__unknown__)

    def save_bearer_token(self, token, request, *args, **kwargs):
        with transaction.atomic():
            return self._save_bearer_token(token, request, *args, **kwargs)

    def _save_bearer_token(self, token, request, *args, **kwargs):
        if __unknown__:
            access_token = get_access_token_model().objects.select_for_update().get(pk=__unknown__)
            access_token.save()
            return
        if __unknown__:
            refresh_token = get_refresh_token_model().objects.select_for_update().get(pk=__unknown__)
            refresh_token.revoke()
        access_token = self._create_access_token(__unknown__, request, token)
        if __unknown__:
            self._create_refresh_token(request, __unknown__, access_token, None)

    def _create_access_token(self, expires, request, token, source_refresh_token=None):
        return get_access_token_model().objects.create(user=request.user, token=__unknown__)

    def _create_refresh_token(self, request, refresh_token_code, access_token, previous_refresh_token):
        return get_refresh_token_model().objects.create(user=request.user, token=refresh_token_code)

    def _save_id_token(self, jti, request, expires, *args, **kwargs):
        return get_id_token_model().objects.create(user=request.user)

    def revoke_token(self, token, token_type_hint, request, *args, **kwargs):
        for model in (get_access_token_model(), get_refresh_token_model()):
            for each in model.objects.filter(token=token):
                each.revoke()

    def get_userinfo_claims(self, request):
        return {**__unknown__}
