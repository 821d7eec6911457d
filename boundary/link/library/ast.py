"""Which methods does a visitor of syntax call?  `visit_Call` for a call: any, since the tree is not known."""


class NodeVisitor:
    def visit(self, node):
        self.__call_matching__("visit_", node)
        return __unknown__

    def generic_visit(self, node):
        self.__call_matching__("visit_", __unknown__)
        return node


class NodeTransformer(NodeVisitor):
    pass
