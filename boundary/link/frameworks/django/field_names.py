"""Which attributes has a field that `_meta` lists?  Code that works on any model asks: `hasattr(field, "through")`.

The names are those of Django's own classes of fields and of the other ends of relations, in its versions from 2.2 to
5.2 on. A class of the project, or one of a package, has what it says beside these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.members.picking import COLUMN, FIELD, class_of_field

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Wrapped
    from boundary.link.evaluator.interpreter import Interpreter

_FIELDS: Final = """
    attname auto_created auto_creation_counter blank cached_col check choices class_lookups clean clone column
    concrete contribute_to_class creation_counter db_check db_column db_index db_parameters db_tablespace db_type
    db_type_suffix deconstruct default default_error_messages default_validators description editable
    empty_strings_allowed empty_values error_messages flatchoices formfield get_attname get_attname_column
    get_choices get_col get_db_converters get_db_prep_save get_db_prep_value get_default
    get_filter_kwargs_for_object get_internal_type get_lookup get_lookups get_pk_value_on_save get_prep_value
    get_transform has_default help_text hidden is_relation many_to_many many_to_one max_length merge_dicts model
    name null one_to_many one_to_one pre_save primary_key register_lookup rel_db_type related_model remote_field
    run_validators save_form_data select_format serialize set_attributes_from_name to_python unique unique_for_date
    unique_for_month unique_for_year validate validators value_from_object value_to_string verbose_name
"""
FIELDS: Final = frozenset(_FIELDS.split())
"""What every field has."""
_LATER: Final = """
    accessor_name cast_db_type cache_name db_comment db_default db_returning db_type_parameters descriptor_class
    generated get_class_lookups get_instance_lookups get_joining_fields get_reverse_joining_fields has_db_default
    identity non_db_attrs path_infos register_class_lookup register_instance_lookup reverse_path_infos
    slice_expression system_check_deprecated_details system_check_removed_details
"""
LATER: Final = frozenset(_LATER.split())
"""What fields have in some versions."""
_OF_SOME: Final = """
    allow_files allow_folders allow_unicode attr_class auto_now auto_now_add base_field columns context db_collation
    decimal_places decoder encoder expression fields from_db_value generate_filename generated_sql get_placeholder
    height_field integer_field_class match max_digits output_field path protocol recursive size srid storage
    unpack_ipv4 update_dimension_fields upload_to width_field
"""
OF_SOME: Final = frozenset(_OF_SOME.split())
"""What columns of some of Django's classes have."""
_POINTING: Final = """
    contribute_to_related_class delete_cached_value do_related_class get_cache_name get_cached_value
    get_forward_related_filter get_limit_choices_to get_path_info get_reverse_path_info get_reverse_related_filter
    is_cached opts rel_class related_query_name set_attributes_from_rel set_cached_value swappable swappable_setting
    target_field
"""
POINTING: Final = frozenset(_POINTING.split())
"""What every field that points at a model has."""
_KEYS: Final = """
    foreign_related_fields forward_related_accessor_class from_fields get_extra_descriptor_filter
    get_extra_restriction get_foreign_related_value get_instance_value_for_fields get_joining_columns
    get_local_related_value get_reverse_joining_columns local_related_fields related_accessor_class related_fields
    requires_unique_target resolve_related_fields reverse_related_fields to_fields
"""
KEYS: Final = frozenset(_KEYS.split())
_PAIRS: Final = """
    db_table has_null_arg m2m_column_name m2m_db_table m2m_field_name m2m_reverse_field_name m2m_reverse_name
    m2m_reverse_target_field_name m2m_target_field_name
"""
PAIRS: Final = frozenset(_PAIRS.split())
_GENERIC: Final = """
    bulk_related_objects content_type_field_name for_concrete_model get_content_type mti_inherited
    object_id_field_name
"""
GENERIC: Final = frozenset(_GENERIC.split())
_ENDS: Final = """
    auto_created concrete db_type delete_cached_value editable empty_strings_allowed field get_accessor_name
    get_cache_name get_cached_value get_choices get_extra_restriction get_internal_type get_joining_columns
    get_lookup get_lookups get_path_info get_related_field get_transform hidden is_cached is_relation
    limit_choices_to many_to_many many_to_one model multiple name null on_delete one_to_many one_to_one parent_link
    related_model related_name related_query_name remote_field set_cached_value set_field_name symmetrical
    target_field
"""
ENDS: Final = frozenset(_ENDS.split())
"""What the other end of every relation has."""
OWN: Final[dict[str, frozenset[str]]] = {
    "fk": POINTING | KEYS | {"db_constraint", "convert_empty_strings"},
    "o2o": POINTING | KEYS | {"db_constraint", "convert_empty_strings"},
    "m2m": POINTING | PAIRS,
    "generic": POINTING | KEYS | GENERIC,
}
OWN_OF_ENDS: Final[dict[str, frozenset[str]]] = {
    "fk": frozenset({"field_name"}),
    "o2o": frozenset({"field_name"}),
    "m2m": frozenset({"through", "through_fields", "db_constraint"}),
    "generic": frozenset({"field_name"}),
}
NOT_OF_COLUMNS: Final = (POINTING | KEYS | PAIRS | ENDS | OWN_OF_ENDS["m2m"]) - FIELDS
MAKING: Final = frozenset({"__init__", "__getattr__", "contribute_to_class"})
"""What may give a field attributes that its class does not have."""


def has(interpreter: Interpreter, atom: Wrapped, name: str) -> bool | None:
    """Whether a field that `_meta` lists has an attribute; None where that is not known."""
    if name in LATER or name.startswith("_"):
        return None
    if atom.kind == COLUMN:
        return _has_column(interpreter, atom.extra, name)
    if atom.kind != FIELD:
        return None
    relation, forward = atom.extra
    if not forward:
        return name in ENDS or name in OWN_OF_ENDS[relation.kind]
    if name in FIELDS or name in OWN[relation.kind]:
        return True
    kind = class_of_field(atom)
    return _says(interpreter, kind, name) if kind is not None else None


def _has_column(interpreter: Interpreter, kind: ClassInfo | None, name: str) -> bool | None:
    """Whether a column of a class has an attribute; without one it is the key that Django adds."""
    if name in OF_SOME:
        return None
    if name in FIELDS:
        return True
    return _says(interpreter, kind, name) if kind is not None and name not in NOT_OF_COLUMNS else False


def _says(interpreter: Interpreter, kind: ClassInfo, name: str) -> bool | None:
    """Whether a class of fields says beside Django's that it has an attribute."""
    for one in interpreter.classes.mro(kind):
        if one.dotted.startswith("django."):
            return False
        if name in one.bindings:
            return True
        if "base unknown" in one.data or not MAKING.isdisjoint(one.bindings):
            return None
    return None
