"""Which tables does a parsed statement touch, and how?  From sqlglot's tree to accesses and joins.

Common table expressions, aliases, table functions and transition tables are not tables. The walk keeps its own stack,
so the depth of a query costs no recursion.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from boundary.model.sql import SqlAccess, SqlJoin
from boundary.read.sql import tree
from boundary.read.sql.names import LOCK_HINTS, NOT_TABLES, TEMPORARY_SCHEMAS, fold
from boundary.read.sql.placeholders import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlglot import exp

    from boundary.model.scan import Operation

Scope = dict[str, "exp.Expr"]
"""The common table expressions that are visible, by name in lower case."""


class TableWalk:
    """Collects the accesses and joins of one statement's tree.

    Args:
        dialect: a sqlglot dialect name, or None.
        line: the offset of the statement's first line.
        temporary: names known to be temporary tables, in lower case.
        procedural: whether `SELECT ... INTO` fills variables and makes no table.
    """

    def __init__(
        self, dialect: str | None, line: int, temporary: Iterable[str] = (), *, procedural: bool = False
    ) -> None:
        self._dialect = dialect
        self._line = line
        self._temporary = frozenset(temporary)
        self._procedural = procedural
        self._accesses: list[tuple[int, SqlAccess]] = []
        self._joins: dict[frozenset[str], SqlJoin] = {}
        self._stack: list[tuple[exp.Expr, Scope]] = []
        self._written: set[int] = set()

    def understands(self, root: exp.Expr) -> bool:
        """Visit the tree; False where it is not of the form that this walk knows (the parser's trees are untyped)."""
        try:
            self._walk(root)
        except (AttributeError, TypeError, IndexError, KeyError):
            return False
        return True

    def _walk(self, root: exp.Expr) -> None:
        self._stack.append((root, {}))
        while self._stack:
            node, scope = self._stack.pop()
            inner = self._with(node, scope)
            visit = self._visits.get(node.key)
            if visit is None or visit(self, node, inner):
                self._push(tree.children(node, "with_"), inner)

    @property
    def accesses(self) -> tuple[SqlAccess, ...]:
        """The accesses, once each, in the order of the text."""
        ordered = sorted(self._accesses, key=lambda pair: (pair[0], pair[1].op == "lock"))
        return tuple(dict.fromkeys(access for _, access in ordered))

    @property
    def joins(self) -> tuple[SqlJoin, ...]:
        """The pairs of joined tables, once each."""
        return tuple(sorted(self._joins.values(), key=lambda join: join.line))

    # --- what the nodes mean: each visit says whether to go on with the node's children -----------------

    def _with(self, node: exp.Expr, scope: Scope) -> Scope:
        """Visit the common table expressions of `node`; the scope with their names."""
        clause = node.args.get("with_")
        if clause is None:
            return scope
        if clause.args.get("recursive"):  # each sees all, itself and those behind it among them
            scope = scope | {cte.alias.lower(): cte.this for cte in clause.expressions}
            self._push([cte.this for cte in clause.expressions], scope)
            return scope
        for cte in clause.expressions:
            inner = scope | {cte.alias.lower(): cte.this}
            self._push([cte.this], inner if self._dialect in {"tsql", "oracle"} else scope)
            scope = inner
        return scope

    def _select(self, node: exp.Expr, scope: Scope) -> bool:
        into = node.args.get("into")
        if into is not None and into.this is not None and not self._procedural:
            self._write(into.this, "insert", temporary=bool(into.args.get("temporary")))
        self._pairs(node, scope)
        for lock in node.args.get("locks") or ():
            wanted = {table.name.lower() for table in lock.expressions}
            for table in self._sources(node, scope):
                if not wanted or tree.alias_of(table) in wanted:
                    self._add(table, "lock")
        self._push(tree.children(node, "with_", "into", "locks"), scope)
        return False

    def _table(self, node: exp.Expr, scope: Scope) -> bool:
        if self._is_table(node, scope) and id(node) not in self._written:
            self._add(node, "read")
            if any(
                word.name.lower() in LOCK_HINTS for hint in node.args.get("hints") or () for word in hint.expressions
            ):
                self._add(node, "lock")
        self._push(tree.children(node, "db", "catalog", "alias", "hints"), scope)
        return False

    def _insert(self, node: exp.Expr, _scope: Scope) -> bool:
        target, columns = tree.target_of(node.this)
        if target is None:
            return True
        self._write(target, "insert", columns)
        conflict = node.args.get("conflict")
        if conflict is not None and conflict.expressions:
            self._write(target, "update", tree.assigned(conflict.expressions))
        if str(node.args.get("alternative") or "").lower() == "replace" or node.args.get("overwrite"):
            self._write(target, "delete")
        return True

    def _update(self, node: exp.Expr, scope: Scope) -> bool:
        if node.this is None or node.this.key != "table":  # the action of a MERGE
            return True
        self._pairs(node, scope)
        by_alias = {tree.alias_of(table): table for table in self._sources(node, scope)}
        joined = node.this.args.get("joins") and tree.qualifiers(node.expressions) & set(by_alias)
        if joined:
            for alias in sorted(joined):
                self._write(by_alias[alias], "update", tree.assigned(node.expressions, alias))
        else:
            self._write(self._behind(node, node.this, scope), "update", tree.assigned(node.expressions))
        return True

    def _delete(self, node: exp.Expr, scope: Scope) -> bool:
        self._pairs(node, scope)
        targets = node.args.get("tables") or [node.this]
        for target in targets:
            if target is not None:
                self._write(self._behind(node, target, scope), "delete")
        return True

    def _behind(self, node: exp.Expr, target: exp.Expr, scope: Scope) -> exp.Expr:
        """The table that a write names by its alias (`UPDATE a SET ... FROM orders AS a`) or through a CTE."""
        self._written.add(id(target))
        if target.key != "table" or (target.args.get("db") and self._dialect != "tsql"):
            return target
        name = target.name.lower()
        full = self._split(target)
        for source in tree.sources_of(node):
            if source is target or not tree.is_named_table(source):
                continue
            if tree.alias_of(source) == name and (not target.args.get("db") or self._split(source) == full):
                target = source
                self._written.add(id(source))
                break
        return self._through(target, scope)

    def _through(self, target: exp.Expr, scope: Scope) -> exp.Expr:
        """The table behind the name of a CTE that is written to; any other as it is."""
        seen = {""}
        while (
            tree.is_named_table(target)
            and not target.args.get("db")
            and (name := target.name.lower()) in scope
            and name not in seen
        ):
            seen.add(name)
            target = next((source for source in tree.sources_of(scope[name]) if tree.is_named_table(source)), target)
        return target

    def _merge(self, node: exp.Expr, scope: Scope) -> bool:
        whens = node.args.get("whens")
        target = self._through(node.this, scope) if tree.is_named_table(node.this) else node.this
        for when in whens.expressions if whens is not None else ():
            then = when.args.get("then")
            action = then.key if then is not None and then.key in {"insert", "update"} else str(then).split()[0].lower()
            if action == "update":
                self._write(target, "update", tree.assigned(then.expressions))
            elif action == "insert":
                columns = then.this.expressions if then.this is not None and then.this.key == "tuple" else ()
                self._write(target, "insert", tuple(column.name for column in columns))
            elif action == "delete":
                self._write(target, "delete")
        self._written.add(id(node.this))
        self._pair(node.this, node.args.get("using"), scope)
        return True

    def _create(self, node: exp.Expr, scope: Scope) -> bool:
        """CREATE TABLE AS fills its table; other definitions touch nothing by themselves."""
        source = node.args.get("expression")
        if str(node.args.get("kind") or "").upper() != "TABLE" or not tree.is_query(source):
            return False
        target, columns = tree.target_of(node.this)
        if target is not None:
            properties = node.args.get("properties")
            temporary = any(
                found.key == "temporaryproperty" for found in tree.nodes(properties and properties.expressions)
            )
            self._write(target, "insert", columns, temporary=temporary)
        self._push(tree.nodes(source), scope)
        return False

    # --- sources and joins ------------------------------------------------------------------------------

    def _sources(self, node: exp.Expr, scope: Scope) -> list[exp.Expr]:
        found = [source for source in tree.sources_of(node) if self._is_table(source, scope)]
        if (
            node.key in {"update", "delete"}
            and node.this is not None
            and not node.this.args.get("db")
            and not node.this.alias
        ):
            target = node.this.name.lower()
            if any(source is not node.this and tree.alias_of(source) == target for source in found):
                found = [source for source in found if source is not node.this]
        return found

    def _pairs(self, node: exp.Expr, scope: Scope) -> None:
        """Note the pairs that the conditions of one query level join, and neighbours that no condition names."""
        sources = self._sources(node, scope)
        if not sources[1:]:
            return
        by_alias = {tree.alias_of(source): source for source in sources}
        paired: set[str] = set()
        for condition in [*(join.args.get("on") for join in tree.joins_of(node)), node.args.get("where")]:
            for left, right in tree.compared(condition):
                if left != right and left in by_alias and right in by_alias:
                    self._pair(by_alias[left], by_alias[right], scope)
                    paired |= {left, right}
        for before, source in pairwise(sources):
            if tree.alias_of(source) not in paired:
                self._pair(before, source, scope)

    def _pair(self, left: exp.Expr, right: exp.Expr | None, scope: Scope) -> None:
        if right is None or not (self._is_table(left, scope) and self._is_table(right, scope)):
            return
        names = [".".join(part for part in self._split(side) if part) for side in (left, right)]
        places = [self._position(side) for side in (left, right)]
        if places[1] < places[0]:
            names.reverse()
        if NOT_TABLES.isdisjoint(name.lower() for name in names):
            join = SqlJoin(name_of(names[0]).name, name_of(names[1]).name, max(places)[1])
            self._joins.setdefault(frozenset(names), join)

    # --- names ------------------------------------------------------------------------------------------

    def _is_table(self, node: exp.Expr, scope: Scope) -> bool:
        return tree.is_named_table(node) and (bool(node.args.get("db")) or node.name.lower() not in scope)

    def _split(self, table: exp.Expr) -> tuple[str | None, str]:
        """Schema and name as the database spells them."""
        parts = [part for key in ("catalog", "db") for part in tree.nodes(table.args.get(key))]
        parts += tree.below(table.this, "identifier")
        names = [fold(part.name, self._dialect, quoted=bool(part.args.get("quoted"))) for part in parts]
        return (names[-2] or None) if len(names) > 1 else None, names[-1]

    def _write(self, table: exp.Expr, op: Operation, columns: tuple[str, ...] = (), *, temporary: bool = False) -> None:
        """Note a write; its table is then not read for standing there."""
        self._written.add(id(table))
        if tree.is_named_table(table):
            self._add(table, op, columns, temporary=temporary)

    def _add(self, table: exp.Expr, op: Operation, columns: tuple[str, ...] = (), *, temporary: bool = False) -> None:
        schema, name = self._split(table)
        identifier = table.this
        if (identifier.args.get("temporary") or identifier.args.get("global_")) and not name.startswith("#"):
            name = f"#{name}"
        lower = name.lower()
        if not name or (schema is None and lower in NOT_TABLES):
            return
        short = name.startswith("#") or (schema is None and lower in self._temporary)
        named = name_of(name)
        folded = (fold(column, self._dialect, quoted=False) for column in columns if column)
        position, line = self._position(table)
        access = SqlAccess(
            table=named.name,
            op=op,
            line=line,
            schema=name_of(schema).name if schema else None,
            columns=tuple(dict.fromkeys(name_of(column).name for column in folded)),
            temporary=temporary or short or (schema or "").lower() in TEMPORARY_SCHEMAS,
            holes=named.holes,
        )
        self._accesses.append((position, access))

    def _position(self, table: exp.Expr) -> tuple[int, int]:
        """Where a table stands: its position in the text, and its line."""
        for part in tree.below(table.this, "identifier"):
            if "start" in part.meta:
                return int(part.meta["start"]), self._line + int(part.meta["line"]) - 1
        return 0, self._line

    def _push(self, found: Iterable[exp.Expr], scope: Scope) -> None:
        self._stack += [(node, scope) for node in found]

    _visits: ClassVar[dict[str, Callable[[TableWalk, exp.Expr, Scope], bool]]] = {
        "select": _select,
        "table": _table,
        "insert": _insert,
        "update": _update,
        "delete": _delete,
        "merge": _merge,
        "create": _create,
    }
