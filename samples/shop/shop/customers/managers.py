"""How users and customers are made and found."""

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.utils import timezone


class UserManager(BaseUserManager):
    use_in_migrations = True

    def _create_user(self, email, password, **extra):
        if not email:
            raise ValueError("a user needs an e-mail address")
        user = self.model(email=self.normalize_email(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_user(self, email, password=None, **extra):
        extra.setdefault("is_staff", False)
        extra.setdefault("is_superuser", False)
        return self._create_user(email, password, **extra)

    def create_superuser(self, email, password=None, **extra):
        return self._create_user(email, password, **{"is_staff": True, "is_superuser": True} | extra)

    def get_by_natural_key(self, username):
        return self.get(email__iexact=username)


class CustomerQuerySet(models.QuerySet):
    def active(self):
        return self.filter(erased_at__isnull=True, user__is_active=True)

    def wanting_news(self):
        return self.active().filter(consents__purpose="newsletter", consents__withdrawn_at__isnull=True)

    def seen_since(self, moment):
        return self.filter(user__last_seen__gte=moment)

    def with_address_count(self):
        return self.annotate(address_count=models.Count("addresses"))


class CustomerManager(models.Manager.from_queryset(CustomerQuerySet)):
    def for_user(self, user):
        customer, _ = self.get_or_create(user=user, defaults={"name": user.email.partition("@")[0]})
        return customer


class ConsentManager(models.Manager):
    def give(self, customer, purpose):
        consent, _ = self.update_or_create(
            customer=customer, purpose=purpose, defaults={"given_at": timezone.now(), "withdrawn_at": None}
        )
        return consent

    def withdraw(self, customer, purpose):
        return self.filter(customer=customer, purpose=purpose, withdrawn_at__isnull=True).update(
            withdrawn_at=timezone.now()
        )
