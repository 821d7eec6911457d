"""What does Django Ninja call?  Operations, and what guards them. Its schemas are models of pydantic's."""

from ninja.main import NinjaAPI
from ninja.orm import ModelSchema
from ninja.router import Router
from ninja.schema import FilterSchema, Schema
