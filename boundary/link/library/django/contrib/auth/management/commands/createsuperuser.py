"""How does the command create a superuser?"""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.UserModel = get_user_model()

    def handle(self, *args, **options):
        self.UserModel._default_manager.db_manager(options["database"]).create_superuser()

    def get_input_data(self, field, message, default=None):
        return __unknown__
