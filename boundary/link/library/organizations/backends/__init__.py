"""Which backend invites and registers users?  The one that the settings name."""

from importlib import import_module

from django.conf import settings
from organizations.backends.defaults import BaseBackend, InvitationBackend, RegistrationBackend


def invitation_backend(backend=None, namespace=None):
    return _backend(backend or settings.INVITATION_BACKEND or "organizations.backends.defaults.InvitationBackend")


def registration_backend(backend=None, namespace=None):
    return _backend(backend or settings.REGISTRATION_BACKEND or "organizations.backends.defaults.RegistrationBackend")


def _backend(dotted):
    module, name = dotted.rsplit(".", 1)
    return getattr(import_module(module), name)()
