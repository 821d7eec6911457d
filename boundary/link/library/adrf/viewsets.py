"""What are the viewsets of adrf?  Those of the framework."""

from rest_framework.viewsets import GenericViewSet, ModelViewSet, ReadOnlyModelViewSet, ViewSet
