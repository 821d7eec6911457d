"""How are sessions written down?"""

from django.core.signing import JSONSerializer
