"""What does the command delete?  Tokens that have expired."""

from allauth.idp.oidc.models import Token
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def handle(self, *args, **options):
        Token.objects.expired().delete()
