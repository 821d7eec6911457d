"""What do buttons on the admin's pages call?  See `utils`."""

from django_object_actions.utils import BaseDjangoObjectActions, DjangoObjectActions, action, takes_instance_or_queryset
