"""Templates are not read: they are taken to show all that they are given."""

from django.template.base import Node, NodeList, Template, TemplateSyntaxError, Variable
from django.template.context import Context, RequestContext
from django.template.library import Library
