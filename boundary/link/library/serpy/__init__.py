"""What does a serializer of serpy read of the objects that it shows?"""

from serpy.fields import BoolField, Field, FloatField, IntField, MethodField, StrField
from serpy.serializer import DictSerializer, Serializer
