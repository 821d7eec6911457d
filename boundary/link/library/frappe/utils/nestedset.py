"""What does a document do that is a node of a tree?  It changes the bounds of others of its DocType."""

from frappe.model.document import Document


class NestedSetRecursionError(Exception):
    pass


class NestedSet(Document):
    def on_update(self):
        self._update_row()

    def on_trash(self, allow_root_deletion=False):
        self._update_row()

    def validate_if_child_exists(self): ...

    def before_rename(self, olddn, newdn, merge=False, group_fname="is_group"): ...

    def after_rename(self, olddn, newdn, merge=False):
        self._update_row()

    def validate_one_root(self): ...

    def get_ancestors(self):
        return []

    def get_children(self):
        return []


def update_nsm(doc):
    doc._update_row()


def rebuild_tree(doctype, *args, **kwargs):
    import frappe

    frappe.db.set_value(doctype, __unknown__, "lft", 0)
