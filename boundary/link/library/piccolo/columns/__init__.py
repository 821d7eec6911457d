"""Which columns do Piccolo's tables have?"""

from piccolo.columns.base import Column, OnDelete, OnUpdate
from piccolo.columns.column_types import *
from piccolo.columns.m2m import M2M
from piccolo.columns.reference import LazyTableReference
