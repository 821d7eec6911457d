"""What do logging in with a second factor, setting one up and making backup tokens touch?"""

import django_otp
from django.contrib.auth import get_user_model, login
from django.forms import Form
from django.views.generic import FormView, TemplateView
from django_otp import devices_for_user
from django_otp.plugins.otp_static.models import StaticToken
from formtools.wizard.views import SessionWizardView
from two_factor.forms import AuthenticationTokenForm, BackupTokenForm, MethodForm, TOTPDeviceForm
from two_factor.utils import default_device


class LoginView(SessionWizardView):
    template_name = "two_factor/core/login.html"
    form_list = (("token", AuthenticationTokenForm), ("backup", BackupTokenForm))

    def get_form_kwargs(self, step=None):
        if step in ("token", "backup"):
            return {"user": self.get_user(), "initial_device": self.get_device(step)}
        return {}

    def get_device(self, step=None):
        if step == "backup":
            return self.get_user().staticdevice_set.get(name="backup")
        return default_device(self.get_user())

    def get_devices(self):
        return devices_for_user(self.get_user())

    def get_user(self):
        return get_user_model().objects.get(pk=__unknown__)

    def done(self, form_list, **kwargs):
        user = self.get_user()
        login(self.request, user)
        django_otp.login(self.request, default_device(user))


class SetupView(SessionWizardView):
    template_name = "two_factor/core/setup.html"
    form_list = (("method", MethodForm), ("generator", TOTPDeviceForm))

    def get(self, request, *args, **kwargs):
        if default_device(request.user):
            return __unknown__
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self, step=None):
        if step == "generator":
            return {"key": __unknown__, "user": self.request.user}
        return {}

    def done(self, form_list, **kwargs):
        device = None
        for form in form_list:
            if isinstance(form, TOTPDeviceForm):
                device = form.save()
        django_otp.login(self.request, device)


class BackupTokensView(FormView):
    form_class = Form
    template_name = "two_factor/core/backup_tokens.html"
    number_of_tokens = 10

    def get_device(self):
        return self.request.user.staticdevice_set.get_or_create(defaults={"name": "backup"})[0]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "device": self.get_device()}

    def form_valid(self, form):
        device = self.get_device()
        device.token_set.all().delete()
        for _ in __unknown__:
            device.token_set.create(token=StaticToken.random_token())


class SetupCompleteView(TemplateView):
    template_name = "two_factor/core/setup_complete.html"
