"""What do backends write who invite and register users?  A user who is not active yet."""

from django.contrib.auth import get_user_model, login
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from organizations.utils import create_organization, default_org_model


class BaseBackend:
    def __init__(self, org_model=None, namespace=None):
        self.user_model = get_user_model()
        self.org_model = org_model or default_org_model()

    def get_form(self, **kwargs):
        return self.form_class(**kwargs)

    def get_token(self, user, **kwargs):
        return PasswordResetTokenGenerator().make_token(user)

    def get_username(self):
        return __unknown__

    def get_success_url(self):
        return __unknown__

    def activate_organizations(self, user):
        for org in self.org_model.objects.filter(users=user, is_active=False):
            org.save()

    def activate_view(self, request, user_id, token):
        user = self.user_model.objects.get(id=user_id, is_active=False)
        form = self.get_form(data=request.POST, instance=user)
        if form.is_valid():
            form.save()
            user.save()
            self.activate_organizations(user)
            login(request, user)
            return self.get_success_url()

    def send_reminder(self, user, sender=None, **kwargs):
        self.email_message(user, self.reminder_subject, self.reminder_body, sender, **kwargs)

    def email_message(self, user, subject_template, body_template, sender=None, message_class=None, **kwargs):
        return __unknown__

    def _inactive(self, email):
        try:
            return self.user_model.objects.get(email=email)
        except self.user_model.DoesNotExist:
            user = self.user_model.objects.create(username=self.get_username(), email=email)
            user.save()
            return user


class RegistrationBackend(BaseBackend):
    def register_by_email(self, email, sender=None, request=None, **kwargs):
        user = self._inactive(email)
        self.send_activation(user, sender, **kwargs)
        return user

    def send_activation(self, user, sender=None, **kwargs):
        self.get_token(user)
        self.email_message(user, self.activation_subject, self.activation_body, sender, **kwargs)

    def create_view(self, request):
        user = self._inactive(__unknown__)
        create_organization(user, __unknown__, __unknown__, is_active=False)


class InvitationBackend(BaseBackend):
    def invite_by_email(self, email, sender=None, request=None, **kwargs):
        user = self._inactive(email)
        self.send_invitation(user, sender, **kwargs)
        return user

    def send_invitation(self, user, sender=None, **kwargs):
        self.get_token(user)
        self.email_message(user, self.invitation_subject, self.invitation_body, sender, **kwargs)

    def send_notification(self, user, sender=None, **kwargs):
        self.email_message(user, self.notification_subject, self.notification_body, sender, **kwargs)
