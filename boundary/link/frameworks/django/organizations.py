"""Which models of organizations belong together?  Those of one module: an organization, its users and its owner.

The library gives them their keys once all of them are there, those that they do not define themselves, and tells each
which model has the organization's users and which its owner.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.model_info import PARENT_LINK, ModelInfo
from boundary.link.frameworks.django.models import FOREIGN_KEY, MANY_TO_MANY, ONE_TO_ONE, models

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

BASE: Final = "organizations.base"
ORGANIZATION: Final = "Organization"
MEMBER: Final = "OrganizationUser"
OWNER: Final = "OrganizationOwner"
INVITATION: Final = "OrganizationInvitation"
USER: Final = ""
KINDS: Final[dict[str, str]] = {
    f"{module}.{before}{kind}{behind}": kind
    for kind in (ORGANIZATION, MEMBER, OWNER, INVITATION)
    for module, before, behind in ((BASE, "", "Base"), ("organizations.abstract", "Abstract", ""))
}


class Link(NamedTuple):
    """A field that the library adds to one of them."""

    holder: str
    name: str
    kind: str
    to: str
    related_name: str | None
    nullable: bool = False


NAMED: Final = "%(app_label)s_%(class)s"
LINKS: Final[tuple[Link, ...]] = (
    Link(MEMBER, "user", FOREIGN_KEY, USER, NAMED),
    Link(MEMBER, "organization", FOREIGN_KEY, ORGANIZATION, "organization_users"),
    Link(OWNER, "organization_user", ONE_TO_ONE, MEMBER, None),
    Link(OWNER, "organization", ONE_TO_ONE, ORGANIZATION, "owner"),
    Link(INVITATION, "invited_by", FOREIGN_KEY, USER, f"{NAMED}_sent_invitations"),
    Link(INVITATION, "invitee", FOREIGN_KEY, USER, f"{NAMED}_invitations", nullable=True),
    Link(INVITATION, "organization", FOREIGN_KEY, ORGANIZATION, "organization_invites"),
    Link(ORGANIZATION, "users", MANY_TO_MANY, USER, NAMED),
)
TOLD: Final[dict[str, str]] = {
    "_org_user_model": MEMBER,
    "_org_owner_model": OWNER,
    "invitation_model": INVITATION,
}


def start(interpreter: Interpreter) -> None:
    """Link the models of each module that has all of them."""
    base = interpreter.program.modules.get(BASE)
    if base is None:
        return
    user = interpreter.names.value(base, "USER_MODEL")
    groups: dict[str, dict[str, ModelInfo]] = {}
    for model in list(models(interpreter).by_class.values()):
        bases = [one.dotted for one in model.cls.bases or () if not isinstance(one, str)]
        kind = next((KINDS[one] for one in bases if one in KINDS), None)
        if kind is not None and not model.abstract:
            groups.setdefault(model.cls.module.name, {})[kind] = model
    for group in groups.values():
        if {ORGANIZATION, MEMBER, OWNER} <= group.keys():
            _link(interpreter, group, user)


def _link(interpreter: Interpreter, group: dict[str, ModelInfo], user: Value) -> None:
    named = {kind: interpreter.atoms.class_(model.cls) for kind, model in group.items()}
    for link in LINKS:
        holder = group.get(link.holder)
        field = interpreter.library_class(link.kind)
        if holder is not None and field is not None and link.name not in holder.fields:
            _add(interpreter, holder.cls, link, field, {**named, USER: user})
    evaluator = interpreter.module_evaluator(group[ORGANIZATION].cls.module)
    for cls in named.values():
        for name, kind in TOLD.items():
            if kind in named:
                interpreter.stores.set(evaluator, cls, name, named[kind], 0)


def _add(interpreter: Interpreter, holder: ClassInfo, link: Link, field: ClassInfo, named: dict[str, Value]) -> None:
    spec = replace(
        PARENT_LINK,
        kind=field,
        to=named[link.to],
        related_name=link.related_name,
        through=named[MEMBER] if link.kind == MANY_TO_MANY else BOTTOM,
        nullable=link.nullable,
        editable=True,
        file=holder.module.file,
        line=holder.line,
        module=holder.module.name,
    )
    models(interpreter).add_field(holder, link.name, spec)
    interpreter.stores.set(
        interpreter.module_evaluator(holder.module),
        interpreter.atoms.class_(holder),
        link.name,
        interpreter.atoms.instance(field, site=spec),
        holder.line,
    )
