"""Where does a relationship lead?  Its target, the table between, its direction and its cascades."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import External

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.model.scan import Because, Operation

ORDERING: Final = "sqlalchemy.ext.orderinglist."


class Relation:
    """One relationship; `kind` is "m2o", "o2m" or "m2m", `scalar` says that it holds one object.

    `dynamic` is "dynamic" or "write_only" where it is a query, else nothing.
    """

    __slots__ = (
        "back",
        "cascade",
        "creator",
        "dynamic",
        "eager",
        "keyed",
        "kind",
        "name",
        "ordered",
        "passive_deletes",
        "reads",
        "scalar",
        "secondary",
        "source",
        "target",
        "view_only",
    )

    def __init__(  # noqa: PLR0913 - one relationship, spelled out
        self,
        source: Mapping,
        name: str,
        target: Mapping,
        kind: str,
        *,
        scalar: bool,
        secondary: str | None,
        cascade: str,
        dynamic: str,
        view_only: bool,
        passive_deletes: str,
        back: str,
        eager: bool,
        reads: frozenset[str],
        creator: Value | None = None,
        keyed: bool = True,
        ordered: bool = False,
    ) -> None:
        self.source, self.name, self.target, self.kind = source, name, target, kind
        self.scalar = scalar
        self.secondary = secondary
        self.cascade = cascade
        self.dynamic = dynamic
        self.view_only = view_only
        self.passive_deletes = passive_deletes
        self.back = back
        """The relationship at the other end that goes with it, or nothing."""
        self.eager = eager
        self.reads = reads
        self.creator = creator
        """What makes an object of what is put in, where that is a column of it; None for objects themselves."""
        self.keyed = keyed
        """Whether it may be a dict, so that what is put in under a text is put in."""
        self.ordered = ordered
        """Whether it is a list that numbers the objects in it by a column of theirs."""

    @property
    def linked_back(self) -> bool:
        """Whether the other end holds a relationship that goes with it."""
        return bool(self.back)

    @property
    def keeps_alive(self) -> bool:
        """Whether its owner is deleted that no longer holds an object, to which it has belonged."""
        other = self.target.relation(self.back) if self.back and self.kind == "m2o" and not self.view_only else None
        return other is not None and other.deletes_orphans

    @property
    def cascades_delete(self) -> bool:
        """Whether deleting the owner deletes what it holds."""
        return "delete" in {part.strip() for part in self.cascade.split(",")}

    @property
    def deletes_orphans(self) -> bool:
        """Whether what is taken out of it is deleted."""
        return "delete-orphan" in self.cascade

    @property
    def lets_go(self) -> bool:
        """Whether what it holds no longer points at the owner when that is deleted."""
        return self.kind == "o2m" and not (self.passive_deletes or self.cascades_delete or self.view_only)

    def deletes(self, into: dict[tuple[str, Operation], Because | None]) -> list[Mapping]:
        """What deleting the owner does here; gives the classes whose objects are deleted too."""
        if self.view_only:
            return []
        if self.secondary is not None:
            into.setdefault((self.secondary, "delete"), "cascade")
            if not self.passive_deletes:  # which pairs there are is asked first
                into.setdefault((self.secondary, "read"), "cascade")
                self._loads(into)
        if self.cascades_delete:
            self._loads(into)
            return [self.target]
        if self.lets_go:
            self._loads(into)
            into.setdefault((self.target.table, "update"), "cascade")
        return []

    def _loads(self, into: dict[tuple[str, Operation], Because | None]) -> None:
        """The objects are loaded first, with what is loaded with them."""
        for table in sorted(self.target.loaded):
            into.setdefault((table, "read"), "cascade")


def is_ordered(collection: Value) -> bool:
    """Whether what a relationship makes of its objects numbers them: `collection_class=ordering_list("position")`."""
    return any(isinstance(one, External) and one.dotted.startswith(ORDERING) for one in collection)


def across(through: Relation, attribute: str, creator: Value) -> Relation | None:
    """`association_proxy("order_tags", "tag")`: pairs of a many-to-many relationship, of which each row is an object.

    Where the attribute of these objects is a column (`association_proxy("tag_rows", "name")`) it is the relationship
    itself, of which the objects are made. None where it is neither that nor a relationship to one object.
    """
    inner = through.target.relation(attribute)
    if inner is None and not through.scalar and through.target.has_column(attribute):
        return _filled_by_column(through, creator)
    if inner is None or not inner.scalar or through.scalar:
        return None
    return Relation(
        through.source,
        through.name,
        inner.target,
        "m2m",
        scalar=False,
        secondary=through.target.table,
        cascade=through.cascade,
        dynamic="",
        view_only=through.view_only or inner.view_only,
        passive_deletes=through.passive_deletes,
        back="",
        eager=False,
        reads=through.reads | inner.reads,
    )


def _filled_by_column(through: Relation, creator: Value) -> Relation:
    return Relation(
        through.source,
        through.name,
        through.target,
        through.kind,
        scalar=False,
        secondary=through.secondary,
        cascade=through.cascade,
        dynamic=through.dynamic,
        view_only=through.view_only,
        passive_deletes=through.passive_deletes,
        back=through.back,
        eager=through.eager,
        reads=through.reads,
        creator=creator,
        keyed=through.keyed,
        ordered=through.ordered,
    )
