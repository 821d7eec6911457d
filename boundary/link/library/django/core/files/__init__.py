"""Which names does `django.core.files` offer?"""

from django.core.files.base import File
