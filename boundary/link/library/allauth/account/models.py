"""Which tables hold the addresses of users and their confirmations?"""

from django.conf import settings
from django.db import models


class EmailAddressManager(models.Manager):
    def can_add_email(self, user):
        return self.filter(user=user).exists()

    def get_new(self, user):
        return self.filter(user=user, verified=False).first()

    def add_email(self, request, user, email, confirm=False, signup=False):
        email_address, created = self.get_or_create(user=user, email=email)
        if created and confirm:
            email_address.send_confirmation(request, signup=signup)
        return email_address

    def get_verified(self, user):
        return self.filter(user=user, verified=True).first()

    def get_primary(self, user):
        return self.filter(user=user, primary=True).first()

    def get_primary_email(self, user):
        return self.get_primary(user)

    def get_users_for(self, email):
        return [address.user for address in self.filter(verified=True, email=email)]

    def fill_cache_for_user(self, user, addresses):
        pass

    def get_for_user(self, user, email):
        return self.get(user=user, email=email)

    def is_verified(self, email):
        return self.filter(email=email, verified=True).exists()

    def lookup(self, emails):
        return self.filter(email__in=emails)


class EmailAddress(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    email = models.EmailField()
    verified = models.BooleanField(default=False)
    primary = models.BooleanField(default=False)

    objects = EmailAddressManager()

    class Meta:
        app_label = "account"
        db_table = "account_emailaddress"

    def can_set_verified(self):
        return EmailAddress.objects.filter(email=self.email, verified=True).exists()

    def set_verified(self, commit=True):
        self.can_set_verified()
        if commit:
            self.save(update_fields=["verified", "primary"])
        return True

    def set_as_primary(self, conditional=False):
        old_primary = EmailAddress.objects.get_primary(self.user)
        if old_primary:
            old_primary.primary = False
            old_primary.save()
        self.primary = True
        self.save()
        self.user.save()
        return True

    def send_confirmation(self, request=None, signup=False):
        confirmation = EmailConfirmation.create(self)
        confirmation.send(request, signup=signup)
        return confirmation

    def remove(self):
        self.delete()


class EmailConfirmationManager(models.Manager):
    def all_expired(self):
        return self.filter()

    def all_valid(self):
        return self.filter()

    def delete_expired_confirmations(self):
        self.all_expired().delete()


class EmailConfirmation(models.Model):
    email_address = models.ForeignKey(EmailAddress, on_delete=models.CASCADE)
    created = models.DateTimeField()
    sent = models.DateTimeField(null=True)
    key = models.CharField(max_length=64)

    objects = EmailConfirmationManager()

    class Meta:
        app_label = "account"
        db_table = "account_emailconfirmation"

    @classmethod
    def create(cls, email_address):
        return cls._default_manager.create(email_address=email_address, key=__unknown__)

    def confirm(self, request):
        self.email_address.set_verified()
        from allauth.account.signals import email_confirmed

        email_confirmed.send(sender=self.__class__, request=request, email_address=self.email_address)
        return self.email_address

    def send(self, request=None, signup=False):
        from allauth.account.adapter import get_adapter

        get_adapter(request).send_confirmation_mail(request, self, signup)
        self.save()


class EmailConfirmationHMAC:
    def __init__(self, email_address):
        self.email_address = email_address

    def confirm(self, request):
        self.email_address.set_verified()
        return self.email_address

    def send(self, request=None, signup=False):
        from allauth.account.adapter import get_adapter

        get_adapter(request).send_confirmation_mail(request, self, signup)
