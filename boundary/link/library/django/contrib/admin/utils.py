"""What does the admin find out before it deletes, and what does it show of a row?"""

from django.db.models.deletion import Collector


class NestedObjects(Collector):
    def can_fast_delete(self, *args, **kwargs):
        return False

    def nested(self, format_callback=None):
        return __unknown__


def quote(s):
    return s


def unquote(s):
    return s


def flatten_fieldsets(fieldsets):
    return __unknown__


def get_deleted_objects(objs, request, admin_site):
    collector = NestedObjects(using=__unknown__)
    collector.collect(objs)
    return (collector.nested(), {}, set(), [])


def construct_change_message(form, formsets, add):
    return __unknown__


def lookup_field(name, obj, model_admin=None):
    # A function of the row, a method of the page that is handed it, or an attribute or method of its own.
    if callable(name):
        return name(obj)
    if hasattr(model_admin, name):
        return __follow__(model_admin, name)(obj)
    value = __follow__(obj, name)
    return value() if callable(value) else value


def display_for_field(value, field, empty_value_display, avoid_link=False):
    return __unknown__


def label_for_field(name, model, model_admin=None, return_attr=False, form=None):
    return __unknown__


def model_ngettext(obj, n=None):
    return __unknown__


def lookup_spawns_duplicates(opts, lookup_path):
    return __unknown__


def get_model_from_relation(field):
    return __unknown__
