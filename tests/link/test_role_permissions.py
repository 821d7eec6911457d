"""django-role-permissions: roles are groups, and a checker that is registered says what is permitted."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("register", "name"),
    [("@register_object_checker()", "may_see"), ("@register_object_checker('see')", "see")],
)
def test_a_checker_is_asked_by_its_name(register: str, name: str) -> None:
    assert_touches(f"""
from rolepermissions.checkers import has_object_permission
from rolepermissions.permissions import register_object_checker
{register}
def may_see(role, user, order):
    return order.tags.exists()
@register_object_checker()
def may_pay(role, user, order):
    return order.lines.exists()
def work(request, order: Order):
    with transaction.atomic():  #> nothing, read shop_order_tags, read auth_group, no read shop_line
        has_object_permission("{name}", request.user, order)
# file: shop/views.py
from django.http import HttpRequest
from shop.services import work
from shop.models import Order
def view(request: HttpRequest):
    work(request, Order.objects.get(pk=1))
# file: shop/urls.py
from django.urls import path
from shop.views import view
urlpatterns = [path("x", view)]
""")


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("has_role(user, 'clerk')", "nothing, read auth_group"),
        ("has_permission(user, 'pay')", "nothing, read auth_permission, read auth_group"),
        ("get_user_roles(user)", "nothing, read auth_group"),
    ],
)
def test_what_is_asked(call: str, touched: str) -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from rolepermissions.checkers import has_permission, has_role
from rolepermissions.roles import get_user_roles
def work(user: User):
    with transaction.atomic():  #> {touched}
        {call}
""")


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        (
            "assign_role(user, Clerk)",
            "insert auth_group, insert auth_user_groups, insert auth_permission, insert auth_user_user_permissions",
        ),
        ("assign_role(user, Guest)", "insert auth_group, insert auth_user_groups"),
    ],
)
def test_a_role_is_given(call: str, touched: str) -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from rolepermissions.roles import AbstractUserRole, assign_role
class Clerk(AbstractUserRole):
    available_permissions = {{"pay": True}}
class Guest(AbstractUserRole):
    pass
def work(user: User):
    with transaction.atomic():  #> {touched}
        {call}
""")
