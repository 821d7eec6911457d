"""What is the key of a parent?"""

from django.db import models


class TreeNodeForeignKey(models.ForeignKey):
    pass
