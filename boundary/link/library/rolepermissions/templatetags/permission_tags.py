"""What do templates ask?"""

from django import template
from rolepermissions.checkers import has_object_permission, has_permission, has_role

register = template.Library()


@register.filter(name="has_role")
def has_role_template_tag(user, role):
    return has_role(user, role)


@register.filter(name="can")
def can_template_tag(user, role):
    return has_permission(user, role)


@register.simple_tag(name="can", takes_context=True)
def has_permission_template_tag(context, permission, obj, user=None):
    return has_object_permission(permission, user or context.get("user"), obj)
