"""What do menus, breadcrumbs and titles look up?"""

from django import template
from sitetree.sitetreeapp import get_sitetree

register = template.Library()


class _OfTree(template.Node):
    def render(self, context):
        get_sitetree().init_tree(__unknown__, context)
        return ""


@register.tag
def sitetree_tree(parser, token):
    return _OfTree()


@register.tag
def sitetree_breadcrumbs(parser, token):
    return _OfTree()


@register.tag
def sitetree_menu(parser, token):
    return _OfTree()


@register.tag
def sitetree_page_title(parser, token):
    return _OfTree()


@register.tag
def sitetree_page_description(parser, token):
    return _OfTree()


@register.tag
def sitetree_page_hint(parser, token):
    return _OfTree()
