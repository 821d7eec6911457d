"""The parts of frequent kinds of nodes are told by what compiled code knows of them: they are what the fields say."""

from __future__ import annotations

import ast

from boundary.link.syntax.kinds import CHILDREN, parts_of
from boundary.link.syntax.walking import nodes_in
from boundary.model import code
from boundary.read.python.extract import extract

SOURCE = """
@decorated(1)
def work(order: Order, *rest, flag=None, **others):
    total = order.lines["first"][1:] + sum(line.price for line in order.lines if line) - -1
    if total > 3 and not flag:
        print(f"{total}", *rest, end="", **others)
    elif flag is None:
        raise ValueError from None
    else:
        del total
    for one, other in {"a": [1], **others}.items():
        with open(one) as file, other:
            yield file
    while total:
        total += 1
        break
    try:
        return (lambda x: x if flag else await_(x))(total)
    except ValueError as error:
        assert (held := error)
    finally:
        import os.path
        from shop import models as other
"""


def test_the_parts_of_a_node() -> None:
    met = list(nodes_in(extract(ast.parse(SOURCE), SOURCE).body))
    for node in met:
        assert parts_of(node) == [getattr(node, name) for name in CHILDREN[type(node)]]
    frequent = {
        code.Evaluate,
        code.Return,
        code.Operation,
        code.If,
        code.Subscript,
        code.Assign,
        code.Call,
        code.Keyword,
    }
    assert {code.Attribute, *frequent} <= {type(node) for node in met}
