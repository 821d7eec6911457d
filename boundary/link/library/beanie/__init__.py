"""What does beanie export?  See `../../frameworks/beanie`."""

from beanie.migrations import free_fall_migration, iterative_migration
from beanie.odm.actions import *
from beanie.odm.bulk import BulkWriter
from beanie.odm.documents import Document, DocumentWithSoftDelete
from beanie.odm.fields import BackLink, DeleteRules, Link, WriteRules
from beanie.odm.queries.update import UpdateResponse
from beanie.odm.union_doc import UnionDoc
from beanie.odm.utils.init import init_beanie
from beanie.odm.views import View
