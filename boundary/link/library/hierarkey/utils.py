"""What do the commands do?"""

from django.core.management.base import BaseCommand


class CleanHierarkeyDuplicates(BaseCommand):
    def handle(self, *args, **options):
        pass
