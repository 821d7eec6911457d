"""What do names with numbers take?  The row of their series, which stays locked until the transaction ends."""

import frappe


def make_autoname(key="", doctype="", doc="", *, ignore_validate=False):
    if key == "hash":
        return __unknown__
    return getseries(key, 0)


class NamingSeries:
    def __init__(self, series): ...

    def update_counter(self, new_count):
        getseries("", 0)

    def get_current_value(self):
        return frappe.db.get_value("Series", self.series, "current")


def set_new_name(doc):
    doc.set_new_name()


def set_name_by_naming_series(doc):
    getseries("", 0)


def set_name_from_naming_options(autoname, doc):
    if __unknown__:  # what it says may be a series
        getseries(autoname, 0)


def parse_naming_series(parts, doctype=None, doc="", number_generator=None):
    return getseries("", 0)


def getseries(key, digits=0):
    frappe.db.sql("select `current` from `tabSeries` where `name` = %s for update", (key,))
    if __unknown__:
        frappe.db.sql("update `tabSeries` set `current` = `current` + 1 where `name` = %s", (key,))
    else:
        frappe.db.sql("insert into `tabSeries` (`name`, `current`) values (%s, 1)", (key,))
    return __unknown__


def revert_series_if_last(key, name, doc=None):
    frappe.db.sql("select `current` from `tabSeries` where `name` = %s for update", (key,))
    if __unknown__:
        frappe.db.sql("update `tabSeries` set `current` = `current` - 1 where `name` = %s", (key,))
