"""What does Frappe call back?  Documents by the names of their DocTypes; see `../../frameworks/frappe/models.py`."""

from frappe.database.database import Database
from frappe.model.delete_doc import delete_doc
from frappe.model.rename_doc import rename_doc
from frappe.query_builder import Builder
from frappe.utils.background_jobs import enqueue, enqueue_doc

class Local:
    """What an application keeps for a request."""


db = Database()
local = Local()
qb = Builder()


class ValidationError(Exception):
    pass


class DoesNotExistError(ValidationError):
    pass


class PermissionError(Exception):
    pass


class DuplicateEntryError(ValidationError):
    pass


class LinkExistsError(ValidationError):
    pass


class MandatoryError(ValidationError):
    pass


def _(msg, lang=None, context=None):
    return __unknown__


_lt = _


_dict = dict


def whitelist(allow_guest=False, xss_safe=False, methods=None): ...


def validate_and_sanitize_search_inputs(fn):
    return fn


def read_only():
    return _same


def write_only():
    return _same


def _same(fn):
    return fn


def get_doc(*args, **kwargs): ...


def get_cached_doc(*args, **kwargs): ...


def get_lazy_doc(*args, **kwargs): ...


def get_last_doc(doctype, filters=None, order_by="creation desc", *, for_update=False): ...


def get_single(doctype): ...


def new_doc(doctype, *, parent_doc=None, parentfield=None, as_dict=False, **kwargs): ...


def copy_doc(doc, ignore_no_copy=True): ...


def get_all(doctype, *args, **kwargs): ...


def get_list(doctype, *args, **kwargs): ...


def get_value(*args, **kwargs):
    return db.get_value(*args, **kwargs)


def get_cached_value(doctype, name, fieldname="name", as_dict=False):
    return db.get_value(doctype, name, fieldname)


def get_single_value(setting, fieldname, as_dict=False):
    return db.get_single_value(setting, fieldname)


def get_system_settings(key):
    return db.get_single_value("System Settings", key)


def get_website_settings(key):
    return db.get_single_value("Website Settings", key)


def set_value(doctype, docname, fieldname, value=None):
    doc = get_doc(doctype, docname)
    doc.save()
    return doc.as_dict()


def delete_doc_if_exists(doctype, name, force=0):
    if db.exists(doctype, name):
        delete_doc(doctype, name, force=force)


def get_hooks(hook=None, default=None, app_name=None): ...


def get_attr(method_string): ...


def get_module_attr(method_string): ...


def call(fn, *args, **kwargs): ...


def throw(msg, exc=ValidationError, title=None, **kwargs):
    raise ValidationError


def sendmail(recipients=None, sender="", subject="No Subject", message="No Message", delayed=True, now=None, **kwargs):
    new_doc("Email Queue").insert()
    if now or not delayed:
        _send_now()


def _send_now():
    if __unknown__:  # unless mails are muted
        db.set_value("Email Queue", __unknown__, "status", "Sending")
        db.commit()
        db.set_value("Email Queue Recipient", __unknown__, "status", "Sent")
        db.commit()
        db.set_value("Email Queue", __unknown__, "status", "Sent")
        db.commit()


def get_print(doctype=None, name=None, *args, **kwargs):
    new_doc("Access Log").db_insert()
    if __unknown__:  # but in tests
        db.commit()
    return __unknown__


def attach_print(doctype, name, *args, **kwargs):
    if __unknown__:  # where no page is given
        get_print(doctype, name)
    return {"fname": __unknown__, "fcontent": __unknown__}


def log_error(title=None, message=None, reference_doctype=None, reference_name=None, *, defer_insert=False):
    return new_doc("Error Log").insert()
