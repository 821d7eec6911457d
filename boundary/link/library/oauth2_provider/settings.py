"""Which class answers for tokens?  The one that the settings name, else the toolkit's."""

from django.conf import settings
from django.utils.module_loading import import_string


class OAuth2ProviderSettings:
    @property
    def OAUTH2_VALIDATOR_CLASS(self):
        from oauth2_provider.oauth2_validators import OAuth2Validator

        if "OAUTH2_VALIDATOR_CLASS" in settings.OAUTH2_PROVIDER:
            return import_string(settings.OAUTH2_PROVIDER["OAUTH2_VALIDATOR_CLASS"])
        return OAuth2Validator


oauth2_settings = OAuth2ProviderSettings()
