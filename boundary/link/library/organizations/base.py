"""What do the models of organizations do?  The links between them are made once all of a module are there.

`frameworks/django/organizations.py` makes the links, and says which classes belong together.
"""

from django.conf import settings
from django.db import models
from organizations import signals
from organizations.managers import ActiveOrgManager, OrgManager

USER_MODEL = settings.AUTH_USER_MODEL


class AbstractBaseOrganization(models.Model):
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

    objects = OrgManager()
    active = ActiveOrgManager()

    class Meta:
        abstract = True
        ordering = ["name"]

    def is_member(self, user):
        return user in self.users.all()


class OrganizationBase(AbstractBaseOrganization):
    class Meta(AbstractBaseOrganization.Meta):
        abstract = True

    def add_user(self, user, **kwargs):
        org_user = self._org_user_model.objects.create(user=user, organization=self, **kwargs)
        signals.user_added.send(sender=self, user=user)
        return org_user


class AbstractBaseOrganizationUser(models.Model):
    class Meta:
        abstract = True
        ordering = ["organization", "user"]
        unique_together = ("user", "organization")

    @property
    def name(self):
        return self.user.get_full_name()


class OrganizationUserBase(AbstractBaseOrganizationUser):
    class Meta(AbstractBaseOrganizationUser.Meta):
        abstract = True


class AbstractBaseOrganizationOwner(models.Model):
    class Meta:
        abstract = True


class OrganizationOwnerBase(AbstractBaseOrganizationOwner):
    class Meta(AbstractBaseOrganizationOwner.Meta):
        abstract = True


class AbstractBaseInvitation(models.Model):
    guid = models.UUIDField(editable=False)
    invitee_identifier = models.CharField(max_length=1000)

    class Meta:
        abstract = True

    def activation_kwargs(self):
        return {}

    def activate(self, user):
        org_user = self.organization.add_user(user, **self.activation_kwargs())
        self.invitee = user
        self.save()
        return org_user

    def invitation_token(self):
        return __unknown__


class OrganizationInvitationBase(AbstractBaseInvitation):
    class Meta(AbstractBaseInvitation.Meta):
        abstract = True
