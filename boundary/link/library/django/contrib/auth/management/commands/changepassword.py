"""How does the command change a password?"""

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.management.base import BaseCommand

UserModel = get_user_model()


class Command(BaseCommand):
    def handle(self, *args, **options):
        user = UserModel._default_manager.get()
        validate_password(__unknown__, user)
        user.set_password(__unknown__)
        user.save()
