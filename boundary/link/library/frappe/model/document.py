"""What does a document of Frappe do when it is stored?  Methods of its class and of hooks are run around that, by name.

Each of the names with an underscore before them is told of in `../../../frameworks/frappe/storage.py`.
"""

import frappe
import frappe.model.naming
import frappe.model.noting
from frappe.model.base_document import BaseDocument


class Document(BaseDocument):
    def insert(self, *args, **kwargs):
        self.run_method("before_insert")
        self._name_anew()
        self.run_method("before_validate")
        self.run_method("validate")
        self.run_method("before_save")
        self._insert()
        self.run_method("after_insert")
        self.run_method("on_update")
        self.run_method("on_change")
        return self

    def save(self, *args, **kwargs):
        return self._save(*args, **kwargs)

    def _save(self, *args, **kwargs):
        if self.is_new():
            return self.insert()
        self._lock()
        self.run_method("before_validate")
        self.run_method("validate")
        self.run_method("before_save")
        self._update()
        self.run_method("on_update")
        self._note_version()
        self.run_method("on_change")
        return self

    def submit(self):
        return self._submit()

    def _submit(self):
        if self.is_new():
            self.run_method("before_insert")
            self._name_anew()
        self._lock()
        self.run_method("before_validate")
        self.run_method("validate")
        self.run_method("before_submit")
        if self.is_new():
            self._insert()
            self.run_method("after_insert")
        else:
            self._update()
        self.run_method("on_update")
        self.run_method("on_submit")
        self._note_version()
        self.run_method("on_change")
        return self

    def cancel(self):
        return self._cancel()

    def _cancel(self):
        self._lock()
        self.run_method("before_cancel")
        self._update()
        self.run_method("on_cancel")
        self._look_up_links()
        self._note_version()
        self.run_method("on_change")
        return self

    def discard(self):
        self._lock()
        self.run_method("before_discard")
        self.db_set("docstatus", 2)
        self.run_method("on_discard")

    def delete(self, *args, **kwargs):
        self.run_method("on_trash")
        self.run_method("on_change")
        self._look_up_links()
        self._remove()
        self.run_method("after_delete")

    def rename(self, name, merge=False, force=False, validate_rename=True):
        self.run_method("before_rename")
        self._rename_links()
        self.run_method("after_rename")

    def db_set(self, fieldname, value=None, update_modified=True, notify=False, commit=False):
        self.run_method("before_change")
        self._update_row()
        self.run_method("on_change")
        if commit:
            frappe.db.commit()

    def db_update_all(self):
        self.db_update()
        for row in self.get_all_children():
            row.db_update()

    def save_version(self):
        frappe.model.noting.changed(self)

    def db_get(self, fieldname):
        return frappe.db.get_value(self.doctype, self.name, fieldname)

    def reload(self):
        return self._read()

    def load_from_db(self):
        return self._read()

    def run_trigger(self, method, *args, **kwargs):
        return self.run_method(method, *args, **kwargs)

    def queue_action(self, action, **kwargs): ...

    def get_doc_before_save(self):
        return self

    def get_latest(self):
        return self

    def add_comment(self, comment_type="Comment", text=None, comment_email=None, comment_by=None):
        return frappe.new_doc("Comment").insert()

    def add_seen(self, user=None):
        self._update_row()

    def add_viewed(self, user=None, force=False, unique_views=False):
        return frappe.new_doc("View Log").insert()

    def log_error(self, title=None, message=None):
        return frappe.log_error(title, message)

    def add_tag(self, tag):
        frappe.db.sql("insert into `tabTag Link` (name) values (%s)", tag)

    def check_permission(self, permtype="read", permlevel=None): ...

    def has_permission(self, permtype="read", *, debug=False, user=None):
        return __unknown__

    def has_value_changed(self, fieldname):
        return __unknown__

    def get_value_before_save(self, fieldname):
        return __unknown__

    def get_title(self):
        return __unknown__

    def get_password(self, fieldname="password", raise_exception=True):
        return __unknown__

    def notify_update(self): ...

    def set_new_name(self, force=False, set_name=None, set_child_names=True):
        self._name_anew()

    def validate_from_to_dates(self, from_date_field, to_date_field): ...

    def _name_anew(self):
        self.run_method("before_naming")
        self.run_method("autoname")
        self._number()

    def _number(self): ...

    def _insert(self): ...

    def _update(self): ...

    def _update_row(self): ...

    def _remove(self): ...

    def _read(self): ...

    def _lock(self): ...

    def _look_up_links(self): ...

    def _rename_links(self): ...

    def _note_version(self): ...
