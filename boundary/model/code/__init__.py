"""What does a source file say?  The small language that reading leaves and linking understands.

It is Python's syntax with everything taken out that cannot change which table a transaction touches:
positions are lines, docstrings and formatting are gone, comparisons and arithmetic are one node.
Nodes are plain classes that never change, so that compiled code reads them without asking the interpreter; `coding`
keeps them as bytes, which decode in a fraction of the time that parsing took.
"""

from boundary.model.code.expressions import (
    Attribute as Attribute,
)
from boundary.model.code.expressions import (
    Await as Await,
)
from boundary.model.code.expressions import (
    Bind as Bind,
)
from boundary.model.code.expressions import (
    Call as Call,
)
from boundary.model.code.expressions import (
    Choice as Choice,
)
from boundary.model.code.expressions import (
    Clause as Clause,
)
from boundary.model.code.expressions import (
    Comprehension as Comprehension,
)
from boundary.model.code.expressions import (
    Constant as Constant,
)
from boundary.model.code.expressions import (
    Display as Display,
)
from boundary.model.code.expressions import (
    Expression as Expression,
)
from boundary.model.code.expressions import (
    Format as Format,
)
from boundary.model.code.expressions import (
    Keyword as Keyword,
)
from boundary.model.code.expressions import (
    Lambda as Lambda,
)
from boundary.model.code.expressions import (
    Mapping as Mapping,
)
from boundary.model.code.expressions import (
    Name as Name,
)
from boundary.model.code.expressions import (
    Native as Native,
)
from boundary.model.code.expressions import (
    Operation as Operation,
)
from boundary.model.code.expressions import (
    Parameter as Parameter,
)
from boundary.model.code.expressions import (
    Starred as Starred,
)
from boundary.model.code.expressions import (
    Subscript as Subscript,
)
from boundary.model.code.expressions import (
    Yield as Yield,
)
from boundary.model.code.node import Node as Node
from boundary.model.code.statements import (
    Alias as Alias,
)
from boundary.model.code.statements import (
    Assign as Assign,
)
from boundary.model.code.statements import (
    Augment as Augment,
)
from boundary.model.code.statements import (
    Class as Class,
)
from boundary.model.code.statements import (
    Delete as Delete,
)
from boundary.model.code.statements import (
    Evaluate as Evaluate,
)
from boundary.model.code.statements import (
    For as For,
)
from boundary.model.code.statements import (
    Function as Function,
)
from boundary.model.code.statements import (
    Handler as Handler,
)
from boundary.model.code.statements import (
    If as If,
)
from boundary.model.code.statements import (
    Import as Import,
)
from boundary.model.code.statements import (
    ImportFrom as ImportFrom,
)
from boundary.model.code.statements import (
    Jump as Jump,
)
from boundary.model.code.statements import (
    Raise as Raise,
)
from boundary.model.code.statements import (
    Return as Return,
)
from boundary.model.code.statements import (
    Scope as Scope,
)
from boundary.model.code.statements import (
    Statement as Statement,
)
from boundary.model.code.statements import (
    Try as Try,
)
from boundary.model.code.statements import (
    While as While,
)
from boundary.model.code.statements import (
    With as With,
)
from boundary.model.code.statements import (
    WithItem as WithItem,
)
