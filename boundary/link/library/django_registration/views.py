"""Which steps do the views of registering take?"""

from django.http import HttpResponseRedirect
from django.views.generic import FormView
from django_registration import signals
from django_registration.forms import RegistrationForm


class RegistrationView(FormView):
    form_class = RegistrationForm
    template_name = "django_registration/registration_form.html"

    def dispatch(self, *args, **kwargs):
        if not self.registration_allowed():
            return HttpResponseRedirect("")
        return super().dispatch(*args, **kwargs)

    def get_success_url(self, user=None):
        return super().get_success_url()

    def form_valid(self, form):
        return HttpResponseRedirect(self.get_success_url(self.register(form)))

    def registration_allowed(self):
        return True

    def register(self, form):
        raise NotImplementedError


class ActivationView(FormView):
    template_name = "django_registration/activation_form.html"

    def get_success_url(self, user=None):
        return super().get_success_url()

    def form_valid(self, form):
        user = self.activate(form)
        signals.user_activated.send(sender=self.__class__, user=user, request=self.request)
        return HttpResponseRedirect(self.get_success_url(user))

    def activate(self, form):
        raise NotImplementedError
