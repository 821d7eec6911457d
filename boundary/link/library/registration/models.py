"""What do registering, activating and cleaning up write?"""

from django.conf import settings
from django.db import models, transaction
from registration.users import UserModel


class RegistrationManager(models.Manager):
    def _activate(self, profile, site, get_profile):
        user = profile.user
        user.is_active = True
        profile.activated = True
        with transaction.atomic():
            user.save()
            profile.save()
        if get_profile:
            return profile
        return user

    def activate_user(self, activation_key, site, get_profile=False):
        profile = self.get(activation_key=activation_key)
        if __unknown__:
            return (profile.user, False)
        if __unknown__:
            return (False, False)
        return (self._activate(profile, site, get_profile), True)

    def create_inactive_user(self, site, new_user=None, send_email=True, request=None, profile_info=None, **user_info):
        if new_user is None:
            new_user = UserModel()(**user_info)
        with transaction.atomic():
            new_user.save()
            registration_profile = self.create_profile(new_user)
            if send_email:
                transaction.on_commit(lambda: registration_profile.send_activation_email(site, request))
        return new_user

    def create_profile(self, user, **profile_info):
        profile = self.model(user=user, **profile_info)
        profile.save()
        return profile

    def resend_activation_mail(self, email, site, request=None):
        profile = self.get(user__email__iexact=email)
        profile.create_new_activation_key()
        profile.send_activation_email(site, request)
        return __unknown__

    def delete_expired_users(self):
        for profile in self.filter(user__is_active=False, activated=False):
            user = profile.user
            profile.delete()
            user.delete()


class RegistrationProfile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    activation_key = models.CharField(max_length=64)
    activated = models.BooleanField(default=False)

    objects = RegistrationManager()

    class Meta:
        app_label = "registration"

    def create_new_activation_key(self, save=True):
        if save:
            self.save()
        return self.activation_key

    def activation_key_expired(self):
        return self.activated or self.user.date_joined <= __unknown__

    def send_activation_email(self, site, request=None):
        self.user.email_user("", "")


class SupervisedRegistrationManager(RegistrationManager):
    def _activate(self, profile, site, get_profile):
        if __unknown__:
            self.send_admin_approve_email(profile.user, site)
        profile.activated = True
        profile.save()
        if get_profile:
            return profile
        return profile.user

    def admin_approve_user(self, profile_id, site, get_profile=False, request=None):
        profile = SupervisedRegistrationProfile.objects.get(id=profile_id)
        profile.user.save()
        profile.send_admin_approve_complete_email(site, request)
        if get_profile:
            return profile
        return profile.user

    def send_admin_approve_email(self, user, site, request=None):
        user.registrationprofile.id


class SupervisedRegistrationProfile(RegistrationProfile):
    objects = SupervisedRegistrationManager()

    class Meta:
        app_label = "registration"

    def send_admin_approve_complete_email(self, site, request=None):
        self.user.email_user("", "")
