"""What is known of one model of Django's?  Its fields as they are written, and its relations both ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled dataclass looks the classes of its fields up
from boundary.link.domain.values import BOTTOM

if TYPE_CHECKING:
    from boundary.link.domain.values import Value


@dataclass(frozen=True, eq=False, slots=True)
class FieldSpec:
    """One field as it is written: its class and the arguments that matter."""

    kind: ClassInfo | None
    """None for the link to a parent, which nobody writes."""
    to: Value
    """The other model; of a generic foreign key the name of the one that points at its content type."""
    related_name: str | None
    related_query_name: str | None
    through: Value
    on_delete: str
    db_table: str | None
    nullable: bool
    editable: bool
    """Whether forms and serializers take it in."""
    default: Value
    limits: Value
    """What it may point at (`limit_choices_to`)."""
    uploads: Value
    """What says where its files are stored (`upload_to`)."""
    file: str
    line: int
    module: str


@dataclass(eq=False, slots=True)
class Relation:
    """A field that points from `source` to `target`; `kind` is "fk", "o2o", "m2m" or "generic"."""

    kind: str
    source: ModelInfo
    name: str
    spec: FieldSpec
    target: ModelInfo
    through: ModelInfo | None = None
    through_table: str | None = None
    accessor: str | None = None
    made: ClassInfo | None = None
    """The class that Django makes for a link table without a model of its own."""

    @property
    def attname(self) -> str:
        """The attribute of a row that holds the key of the related one."""
        return f"{self.name}_id" if self.kind in {"fk", "o2o"} else self.name

    @property
    def link_table(self) -> str | None:
        """The table that holds the pairs of a many-to-many relation."""
        return self.through.table if self.through else self.through_table


@dataclass(eq=False, slots=True)
class ModelInfo:
    """One concrete or abstract model."""

    cls: ClassInfo
    label: str
    table: str
    abstract: bool
    proxy: bool
    managed: bool
    database: str | None
    fields: dict[str, FieldSpec] = field(default_factory=dict)
    parents: list[ModelInfo] = field(default_factory=list)
    relations: dict[str, Relation] = field(default_factory=dict)
    reverse: dict[str, Relation] = field(default_factory=dict)
    incoming: list[Relation] = field(default_factory=list)
    children: list[ModelInfo] = field(default_factory=list)

    @property
    def lineage(self) -> list[ModelInfo]:
        """The model and those that it extends, each once (multi-table inheritance)."""
        if not self.parents:  # nearly all
            return [self]
        return list(dict.fromkeys([self, *[one for parent in self.parents for one in parent.lineage]]))

    @property
    def tables(self) -> list[str]:
        """The model's own table and those of the models that it extends."""
        return list(dict.fromkeys([one.table for one in self.lineage])) if self.parents else [self.table]

    def __repr__(self) -> str:
        return f"<model {self.cls.dotted} {self.table}>"


PARENT_LINK: Final = FieldSpec(
    kind=None,
    to=BOTTOM,
    related_name=None,
    related_query_name=None,
    through=BOTTOM,
    on_delete="CASCADE",
    db_table=None,
    nullable=False,
    editable=False,
    default=BOTTOM,
    limits=BOTTOM,
    uploads=BOTTOM,
    file="",
    line=0,
    module="",
)
"""The field that Django adds to a child of multi-table inheritance."""
