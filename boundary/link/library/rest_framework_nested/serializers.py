"""Which serializers name rows by their paths?"""

from rest_framework.serializers import HyperlinkedModelSerializer


class NestedHyperlinkedModelSerializer(HyperlinkedModelSerializer):
    pass
