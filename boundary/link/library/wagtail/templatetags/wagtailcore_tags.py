"""What do the tags of pages and sites look up?"""

from django import template
from wagtail.models import Page, Site

register = template.Library()


@register.simple_tag(takes_context=True)
def pageurl(context, page, fallback=None):
    return page.get_url(context["request"])


@register.simple_tag(takes_context=True)
def fullpageurl(context, page, fallback=None):
    return page.get_full_url(context["request"])


@register.simple_tag(takes_context=True)
def slugurl(context, slug):
    site = Site.find_for_request(context["request"])
    page = Page.objects.in_site(site).filter(slug=slug).first() or Page.objects.filter(slug=slug).first()
    if page:
        return page.get_url(context["request"], site)


@register.simple_tag(takes_context=True)
def wagtail_site(context):
    return Site.find_for_request(context["request"])
