"""Which validators judge a password?"""

from django.conf import settings
from django.utils.module_loading import import_string


def get_default_password_validators():
    return [import_string(validator["NAME"])(**__unknown__) for validator in settings.AUTH_PASSWORD_VALIDATORS]


def get_password_validators(validator_config):
    return [import_string(validator["NAME"])(**__unknown__) for validator in validator_config]


def validate_password(password, user=None, password_validators=None):
    if password_validators is None:
        password_validators = get_default_password_validators()
    for validator in password_validators:
        validator.validate(password, user)


def password_changed(password, user=None, password_validators=None):
    if password_validators is None:
        password_validators = get_default_password_validators()
    for validator in password_validators:
        if hasattr(validator, "password_changed"):
            validator.password_changed(password, user)


def password_validators_help_texts(password_validators=None):
    return __unknown__


def password_validators_help_text_html(password_validators=None):
    return __unknown__


class MinimumLengthValidator:
    def validate(self, password, user=None):
        pass


class UserAttributeSimilarityValidator:
    def validate(self, password, user=None):
        pass


class CommonPasswordValidator:
    def validate(self, password, user=None):
        pass


class NumericPasswordValidator:
    def validate(self, password, user=None):
        pass
