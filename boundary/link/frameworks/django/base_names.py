"""What is a class of Django whose base is not read?  What the name of the base ends in, where it is one of Django's.

`class OrderAdmin(unfold.admin.ModelAdmin)`, `class OrderForm(NiceModelForm)`: packages call their variants so. A base
that is named otherwise tells nothing, unless code asks such a class for a view (`Pages.as_view()`). What models,
querysets and managers are is seen from what is done with them (`django/bases.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.bases import has_options
from boundary.link.frameworks.django.requests import METHODS
from boundary.link.syntax.kinds import ATTRIBUTE
from boundary.link.syntax.walking import last_name, nodes_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter

VIEW: Final = "django.views.generic.base.View"
EDITING: Final = "django.views.generic.edit"
ADMIN: Final = "django.contrib.admin.options"
BACKENDS: Final = "django.contrib.auth.backends"
GENERIC: Final = "rest_framework.generics"
FAMILIES: Final = {
    "django": {
        "ModelAdmin": f"{ADMIN}.ModelAdmin",
        "TabularInline": f"{ADMIN}.TabularInline",
        "StackedInline": f"{ADMIN}.StackedInline",
        "ModelForm": "django.forms.models.ModelForm",
        "AuthenticationBackend": f"{BACKENDS}.ModelBackend",
        "ModelBackend": f"{BACKENDS}.ModelBackend",
        "RemoteUserBackend": f"{BACKENDS}.RemoteUserBackend",
        "BaseCommand": "django.core.management.base.BaseCommand",
        "CreateView": f"{EDITING}.CreateView",
        "UpdateView": f"{EDITING}.UpdateView",
        "DeleteView": f"{EDITING}.DeleteView",
        "FormView": f"{EDITING}.FormView",
        "ListView": "django.views.generic.list.ListView",
        "DetailView": "django.views.generic.detail.DetailView",
        "TemplateView": "django.views.generic.base.TemplateView",
    },
    "rest_framework": {
        "ModelSerializer": "rest_framework.serializers.ModelSerializer",
        "ReadOnlyModelViewSet": "rest_framework.viewsets.ReadOnlyModelViewSet",
        "ModelViewSet": "rest_framework.viewsets.ModelViewSet",
        "ViewSet": "rest_framework.viewsets.GenericViewSet",
        "APIView": "rest_framework.views.APIView",
        **{
            f"{name}APIView": f"{GENERIC}.{name}APIView"
            for name in (
                *("Create", "List", "Retrieve", "Destroy", "Update", "ListCreate"),
                *("RetrieveUpdate", "RetrieveDestroy", "RetrieveUpdateDestroy"),
            )
        },
    },
    "django_filters": {"FilterSet": "django_filters.filterset.FilterSet"},
    "import_export": {"ModelResource": "import_export.resources.ModelResource"},
}
"""What a name ends in, and the class that it then stands for, by the package that the project imports."""
OF_A_MODEL: Final = {"Form": "ModelForm", "Serializer": "ModelSerializer"}
"""What a class is, by what its base's name ends in, if its `Meta` names a model, or that of a class below it does."""
NAMES_A_MODEL: Final = frozenset({"model"})
ADMIN_MODULE: Final = "admin"
"""In a module whose name ends so, or for a class in such a module, what is called `...Admin` is a page for a model."""

AS_VIEW: Final = "as_view"
ANSWERS: Final = (
    ({"form_valid", "form_class", "get_form_class"}, f"{EDITING}.FormView"),
    ({"get_context_data", "template_name"}, "django.views.generic.base.TemplateView"),
)
"""What such a view does, by what its class has."""

COMMANDS: Final = ".management.commands."
"""In modules that lie so what is called `...Command` is a command."""


def start(interpreter: Interpreter) -> None:
    """Give such classes Django's as one more base, before anything asks what they are."""
    kinds = [
        (ending, dotted)
        for package, family in FAMILIES.items()
        if interpreter.frameworks.imports(package)
        for ending, dotted in family.items()
    ]
    kinds.sort(key=lambda one: -len(one[0]))
    for cls in [one for one in interpreter.program.classes if kinds and not one.library]:
        for base in [one for one in cls.bases or () if isinstance(one, str)]:
            _stands_for(interpreter, cls, base, kinds)
    unread = [one for one in interpreter.program.classes if kinds and _is_unread(one)]
    viewed = _viewed(interpreter) if unread else frozenset()
    for cls in unread:
        if cls.name in viewed:
            has = _defined(interpreter, cls)
            _extend(interpreter, cls, next((kind for names, kind in ANSWERS if not names.isdisjoint(has)), VIEW))


def _stands_for(interpreter: Interpreter, cls: ClassInfo, base: str, kinds: list[tuple[str, str]]) -> None:
    module, _, name = base.rpartition(".")
    if any(has_options(one, NAMES_A_MODEL) for one in (cls, *interpreter.classes.below(cls))):
        name = next((name.removesuffix(end) + more for end, more in OF_A_MODEL.items() if name.endswith(end)), name)
    dotted = next((kind for ending, kind in kinds if name.endswith(ending)), "")
    if not dotted and name.endswith("Admin") and (module.endswith(ADMIN_MODULE) or ADMIN_MODULE in _places(cls)):
        dotted = f"{ADMIN}.ModelAdmin"
    elif not dotted and name.endswith("Command") and COMMANDS in f".{cls.module.name}.":
        dotted = FAMILIES["django"]["BaseCommand"]
    elif not dotted and name.endswith("View") and any(method in cls.bindings for method in METHODS):
        dotted = VIEW
    _extend(interpreter, cls, dotted)


def _extend(interpreter: Interpreter, cls: ClassInfo, dotted: str) -> None:
    """Give a class one more base, unless it has it, or is of its kind already."""
    found = interpreter.library_class(dotted) if dotted else None
    if found is None or interpreter.classes.derives(found, cls):
        return
    kin = {one.dotted for one in interpreter.classes.mro(found)} - {"builtins.object", "object"}
    if not any(one.library and one.dotted in kin for one in interpreter.classes.mro(cls)):
        interpreter.classes.add_base(cls, found)


def _is_unread(cls: ClassInfo) -> bool:
    """Whether a class of the project extends one that is not read."""
    return not cls.library and any(isinstance(one, str) for one in cls.bases or ())


def _viewed(interpreter: Interpreter) -> frozenset[str]:
    """The names of what the project asks for a view: `Pages.as_view()`."""
    modules = [one.body for one in interpreter.program.modules.values() if not one.library]
    bodies = [body for module in modules for body in interpreter.bodies.mentioning(module, frozenset({AS_VIEW}))]
    nodes = [one for body in bodies for one in nodes_in(body) if type(one) is ATTRIBUTE]
    return frozenset(last_name(one.value) for one in nodes if one.name == AS_VIEW)


def _defined(interpreter: Interpreter, cls: ClassInfo) -> set[str]:
    """What a class defines, with those of the project above it."""
    return {name for one in interpreter.classes.mro(cls) if not one.library for name in one.bindings}


def _places(cls: ClassInfo) -> list[str]:
    """The module that a class stands in, and the packages around it."""
    return cls.module.name.split(".")
