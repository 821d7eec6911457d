"""Which signal tells that a node was moved?"""

from django.db.models.signals import ModelSignal

node_moved = ModelSignal()
