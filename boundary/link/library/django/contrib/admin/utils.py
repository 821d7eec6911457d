"""What does the admin find out before it deletes?"""

from django.db.models.deletion import Collector


class NestedObjects(Collector):
    def nested(self, format_callback=None):
        return __unknown__


def quote(s):
    return s


def unquote(s):
    return s


def flatten_fieldsets(fieldsets):
    return __unknown__


def get_deleted_objects(objs, request, admin_site):
    return ([], {}, set(), [])


def construct_change_message(form, formsets, add):
    return __unknown__


def lookup_field(name, obj, model_admin=None):
    return __unknown__


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
