"""What do whole models of organizations do?  The first user becomes the owner."""

from django.db import models
from organizations.base import (
    AbstractBaseInvitation,
    AbstractBaseOrganization,
    AbstractBaseOrganizationOwner,
    AbstractBaseOrganizationUser,
)
from organizations.fields import AutoCreatedField, AutoLastModifiedField, SlugField
from organizations.signals import owner_changed, user_added, user_removed


class SharedBaseModel(models.Model):
    created = AutoCreatedField()
    modified = AutoLastModifiedField()

    class Meta:
        abstract = True


class AbstractOrganization(SharedBaseModel, AbstractBaseOrganization):
    slug = SlugField(max_length=200, unique=True)

    class Meta(AbstractBaseOrganization.Meta):
        abstract = True

    def add_user(self, user, is_admin=False):
        users_count = self.users.all().count()
        org_user = self._org_user_model.objects.create(user=user, organization=self, is_admin=is_admin)
        if users_count == 0:
            self._org_owner_model.objects.create(organization=self, organization_user=org_user)
        user_added.send(sender=self, user=user)
        return org_user

    def remove_user(self, user):
        self._org_user_model.objects.get(user=user, organization=self).delete()
        user_removed.send(sender=self, user=user)

    def get_or_add_user(self, user, **kwargs):
        users_count = self.users.all().count()
        org_user, created = self._org_user_model.objects.get_or_create(organization=self, user=user)
        if users_count == 0:
            self._org_owner_model.objects.create(organization=self, organization_user=org_user)
        if created:
            user_added.send(sender=self, user=user)
        return org_user, created

    def change_owner(self, new_owner):
        old_owner = self.owner.organization_user
        self.owner.organization_user = new_owner
        self.owner.save()
        owner_changed.send(sender=self, old=old_owner, new=new_owner)

    def is_admin(self, user):
        return bool(self.organization_users.filter(user=user, is_admin=True))

    def is_owner(self, user):
        return self.owner.organization_user.user == user


class AbstractOrganizationUser(SharedBaseModel, AbstractBaseOrganizationUser):
    is_admin = models.BooleanField(default=False)

    class Meta(AbstractBaseOrganizationUser.Meta):
        abstract = True

    def delete(self, using=None):
        self.organization.owner.organization_user
        super().delete(using=using)


class AbstractOrganizationOwner(SharedBaseModel, AbstractBaseOrganizationOwner):
    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.organization_user.organization
        super().save(*args, **kwargs)


class AbstractOrganizationInvitation(SharedBaseModel, AbstractBaseInvitation):
    class Meta:
        abstract = True
