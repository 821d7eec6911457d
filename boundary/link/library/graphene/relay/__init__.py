"""Which names does `graphene.relay` offer that call back?"""

from graphene.relay.mutation import ClientIDMutation
from graphene.relay.node import Connection, Node
