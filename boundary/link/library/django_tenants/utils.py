"""Which models does a project name, and in whose schema does a block work?"""

from django.apps import apps
from django.conf import settings


def get_tenant_model():
    return apps.get_model(settings.TENANT_MODEL)


def get_tenant_domain_model():
    return apps.get_model(settings.TENANT_DOMAIN_MODEL)


def get_tenant(request):
    return request.tenant
