"""What do registering and activating by mail write?"""

from django.contrib.sites.shortcuts import get_current_site
from django.shortcuts import render
from registration import signals
from registration.models import RegistrationProfile
from registration.views import ActivationView as BaseActivationView
from registration.views import RegistrationView as BaseRegistrationView
from registration.views import ResendActivationView as BaseResendActivationView


class RegistrationView(BaseRegistrationView):
    registration_profile = RegistrationProfile

    def register(self, form):
        new_user = self.registration_profile.objects.create_inactive_user(
            new_user=form.save(commit=False), site=get_current_site(self.request), request=self.request
        )
        signals.user_registered.send(sender=self.__class__, user=new_user, request=self.request)
        return new_user

    def registration_allowed(self):
        return __unknown__


class ActivationView(BaseActivationView):
    registration_profile = RegistrationProfile

    def activate(self, *args, **kwargs):
        site = get_current_site(self.request)
        user, activated = self.registration_profile.objects.activate_user(__unknown__, site)
        if activated:
            signals.user_activated.send(sender=self.__class__, user=user, request=self.request)
        return user

    def get_success_url(self, user):
        return __unknown__


class ResendActivationView(BaseResendActivationView):
    registration_profile = RegistrationProfile

    def resend_activation(self, form):
        site = get_current_site(self.request)
        return self.registration_profile.objects.resend_activation_mail(__unknown__, site, self.request)

    def render_form_submitted_template(self, form):
        return render(self.request, "registration/resend_activation_complete.html", {})
