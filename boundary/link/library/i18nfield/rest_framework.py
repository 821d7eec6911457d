"""What do serializers of texts in several languages add? Nothing that touches a table."""

from rest_framework.fields import Field
from rest_framework.serializers import ModelSerializer


class I18nField(Field):
    pass


class I18nAwareModelSerializer(ModelSerializer):
    pass
