"""People: their sign-in, their addresses, what they agreed to."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin
from django.db import models, transaction
from django.utils import timezone

from shop.core.models import TimeStamped
from shop.customers.managers import ConsentManager, CustomerManager, UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """Signs in by e-mail address."""

    email = models.EmailField(unique=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)
    last_seen = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    objects = UserManager()

    def __str__(self):
        return self.email


class Interest(models.Model):
    """Something customers tell us they like."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=60)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Customer(TimeStamped):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="customer")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=40, blank=True)
    interests = models.ManyToManyField(Interest, blank=True, related_name="customers")
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = CustomerManager()

    def __str__(self):
        return self.name

    @property
    def default_address(self):
        return self.addresses.filter(is_default=True).first() or self.addresses.first()

    def agreed_to(self, purpose):
        return self.consents.filter(purpose=purpose, withdrawn_at__isnull=True).exists()


class Address(TimeStamped):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="addresses")
    line1 = models.CharField(max_length=120)
    line2 = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=80)
    country = models.CharField(max_length=2, default="DE")
    is_default = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "addresses"
        ordering = ["-is_default", "pk"]

    def __str__(self):
        return f"{self.line1}, {self.postcode} {self.city}"

    def as_text(self):
        """The address as it is printed; orders keep a copy of this."""
        lines = [self.customer.name, self.line1, self.line2, f"{self.postcode} {self.city}", self.country]
        return "\n".join(line for line in lines if line)

    @transaction.atomic
    def make_default(self):
        self.customer.addresses.exclude(pk=self.pk).update(is_default=False)
        self.is_default = True
        self.save(update_fields=["is_default", "updated_at"])


class Consent(models.Model):
    """What a customer agreed to. The lawyers wanted a table of its own."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=30)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ConsentManager()

    class Meta:
        db_table = "gdpr_consent"
        constraints = [models.UniqueConstraint(fields=["customer", "purpose"], name="one_consent_per_purpose")]

    def __str__(self):
        return f"{self.customer}: {self.purpose}"
