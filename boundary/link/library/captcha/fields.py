"""What does a form with a captcha write?  A question where it is shown; its answer deletes it."""

from captcha.models import CaptchaStore
from django.forms.fields import CharField, MultiValueField
from django.forms.widgets import HiddenInput, MultiWidget, TextInput


class CaptchaHiddenInput(HiddenInput):
    pass


class CaptchaAnswerInput(TextInput):
    pass


class BaseCaptchaTextInput(MultiWidget):
    def __init__(self, attrs=None):
        super().__init__((CaptchaHiddenInput(attrs), CaptchaAnswerInput(attrs)), attrs)

    def fetch_captcha_store(self, name, value, attrs=None, generator=None):
        return CaptchaStore.generate_key(generator)


class CaptchaTextInput(BaseCaptchaTextInput):
    def __init__(self, attrs=None, id_prefix=None, generator=None):
        self.generator = generator
        super().__init__(attrs)

    def render(self, name, value, attrs=None, renderer=None):
        self.fetch_captcha_store(name, value, attrs, self.generator)
        return super().render(name, value, attrs=attrs, renderer=renderer)


class CaptchaField(MultiValueField):
    widget = CaptchaTextInput

    def __init__(self, *args, widget=None, id_prefix=None, generator=None, **kwargs):
        super().__init__((CharField(), CharField()), widget=widget or CaptchaTextInput(), **kwargs)

    def clean(self, value):
        super().clean(value)
        CaptchaStore.remove_expired()
        CaptchaStore.objects.get(response=__unknown__, hashkey=__unknown__).delete()
        return value
