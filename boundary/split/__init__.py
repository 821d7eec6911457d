"""From transactions to contexts: which splits cut no transaction, and what holds the rest together.

`strict_split` is the way through: `contract` (tables that one transaction binds), `evidence` (what else ties tables),
`communities` and `merge` (contexts of a useful size), `assign` (modules and entry points), `names`, `metrics`, and
`verify`, which checks the result with code of its own. `core` says how large a core the transactions glue.
"""

from boundary.split.core import Glue, GluingSite, glue
from boundary.split.strict import strict_split
from boundary.split.verify import InternalError, cut_transactions

__all__ = ["Glue", "GluingSite", "InternalError", "cut_transactions", "glue", "strict_split"]
