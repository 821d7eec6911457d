"""What are the serializers of adrf?  Those of the framework."""

from rest_framework.serializers import ModelSerializer, Serializer
