"""What do buttons for other sites look up?"""

from allauth.socialaccount.adapter import get_adapter
from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def provider_login_url(context, provider, **params):
    request = context.get("request")
    if isinstance(provider, str):
        provider = get_adapter().get_provider(request, provider)
    return __unknown__


@register.simple_tag(takes_context=True)
def providers_media_js(context):
    get_adapter().list_providers(context["request"])
    return __unknown__


@register.simple_tag
def get_social_accounts(user):
    accounts = {}
    for account in user.socialaccount_set.all():
        accounts.setdefault(account.provider, []).append(account)
    return accounts


@register.simple_tag(takes_context=True)
def get_providers(context):
    return get_adapter().list_providers(context["request"])
