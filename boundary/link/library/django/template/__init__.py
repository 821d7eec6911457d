"""Templates are not followed: only what an application calls by itself."""

from django.template.base import Node, NodeList, Template, TemplateSyntaxError, Variable
from django.template.context import Context, RequestContext
from django.template.library import Library
