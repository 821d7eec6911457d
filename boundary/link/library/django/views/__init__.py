"""Which names does `django.views` offer?"""

from django.views.generic.base import View
