"""What do registering and activating by a link write?"""

from django.contrib.auth import get_user_model
from django_registration import signals
from django_registration.backends.activation.forms import ActivationForm
from django_registration.views import ActivationView as BaseActivationView
from django_registration.views import RegistrationView as BaseRegistrationView


class RegistrationView(BaseRegistrationView):
    def register(self, form):
        new_user = self.create_inactive_user(form)
        signals.user_registered.send(sender=self.__class__, user=new_user, request=self.request)
        return new_user

    def create_inactive_user(self, form):
        new_user = form.save(commit=False)
        new_user.is_active = False
        new_user.save()
        self.send_activation_email(new_user)
        return new_user

    def get_activation_key(self, user):
        return __unknown__

    def get_email_context(self, activation_key):
        return {"activation_key": activation_key}

    def send_activation_email(self, user):
        self.get_email_context(self.get_activation_key(user))


class ActivationView(BaseActivationView):
    form_class = ActivationForm

    def activate(self, form):
        user = self.get_user(__unknown__)
        user.is_active = True
        user.save()
        return user

    def get_user(self, username):
        return get_user_model().objects.get(username=username)
