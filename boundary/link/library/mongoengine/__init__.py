"""What does mongoengine export?"""

from mongoengine import connection, document, errors, fields, queryset, signals
from mongoengine.connection import *
from mongoengine.document import *
from mongoengine.errors import *
from mongoengine.fields import *
from mongoengine.queryset import *
from mongoengine.signals import *
