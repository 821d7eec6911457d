"""django-organizations: models that the library links, whatever they are called."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

OWN = """
from django.db import models
from organizations.base import (
    OrganizationBase, OrganizationInvitationBase, OrganizationOwnerBase, OrganizationUserBase,
)
class Shop(OrganizationBase):
    pass
class Clerk(OrganizationUserBase):
    role = models.CharField(max_length=9)
class Holder(OrganizationOwnerBase):
    pass
class Letter(OrganizationInvitationBase):
    pass
class Team(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE, related_name="teams")
    members = models.ManyToManyField(Clerk)
"""
WHOLE = """
from organizations.abstract import (
    AbstractOrganization, AbstractOrganizationInvitation, AbstractOrganizationOwner, AbstractOrganizationUser,
)
class Shop(AbstractOrganization):
    pass
class Clerk(AbstractOrganizationUser):
    pass
class Holder(AbstractOrganizationOwner):
    pass
class Letter(AbstractOrganizationInvitation):
    pass
"""


GONE = ", ".join(f"delete shop_{one}" for one in ("shop", "clerk", "holder", "letter", "team", "team_members"))


def test_what_is_linked_is_deleted_along() -> None:
    assert_touches(f"""
from shop.models import Clerk, Shop
@transaction.atomic  #> {GONE}
def close(shop: Shop):
    shop.delete()
@transaction.atomic  #> insert shop_team_members, read shop_shop
def join(pk):
    clerk = Clerk.objects.get(pk=pk)
    clerk.organization.teams.first().members.add(clerk)
# file: shop/models.py{OWN}""")


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("shop.add_user(user)", "insert shop_clerk, insert shop_holder, read auth_user"),
        ("shop.remove_user(user)", "delete shop_clerk, delete shop_holder"),
        ("shop.change_owner(shop.organization_users.first())", "write shop_holder"),
        ("create_organization(user, 'a', model=Shop)", "insert shop_shop, insert shop_clerk, insert shop_holder"),
        ("user.shop_shop.first().owner.organization_user.user.save()", "write auth_user, read shop_holder"),
        (
            "shop.organization_invites.first().activate(user)",
            "insert shop_clerk, insert shop_holder, write shop_letter",
        ),
    ],
)
def test_whole_models(call: str, touched: str) -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from organizations.utils import create_organization
from shop.models import Shop
@transaction.atomic  #> {touched}
def touch(shop: Shop, user: User):
    {call}
# file: shop/models.py{WHOLE}""")


def test_a_key_of_its_own_stays() -> None:
    own = OWN.replace("role = models.CharField(max_length=9)", "user = models.ForeignKey('Person', models.CASCADE)")
    assert_touches(f"""
from shop.models import Clerk
@transaction.atomic  #> write shop_person
def touch(clerk: Clerk):
    clerk.user.save()
# file: shop/models.py{own}
class Person(models.Model):
    pass
""")
