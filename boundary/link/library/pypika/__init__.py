"""What does pypika export?"""

from pypika.dialects import *
from pypika.queries import AliasedQuery, Column, Database, Query, Schema, Table
from pypika.queries import make_tables as Tables
from pypika.terms import Case, Criterion, CustomFunction, EmptyCriterion, ExistsCriterion, Field, Not, Tuple
