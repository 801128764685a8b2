"""An expression without what nobody asks it for: columns that don't reach its end, and joins that only bring such.

The views are written whole, for readers; most questions need a few columns of them. DuckDB leaves out columns by
itself, but not the joins that bring them, and it can't know which columns of the tables beneath need be made at all.

A left join is left out when nothing of its right side is used. That is only right where the right side has at most one
row for each row of the left: whoever writes expressions for a snapshot's tables keeps to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ibis.expr.types as ir


@dataclass(frozen=True)
class Pruned:
    """The smaller expression, and the columns that it reads of each table, by the table's name."""

    table: ir.Table
    reads: dict[str, frozenset[str]]


def pruned(table: ir.Table) -> Pruned:
    """What gives the same rows with as little as possible. TypeError for an operation it doesn't know."""
    import ibis.expr.operations as ops  # 0.7 seconds: only processes that compute figures pay them
    from ibis.common.graph import Graph

    root = table.op()
    ordered, _ = Graph.from_bfs(root).toposort()
    relations = [node for node in ordered if isinstance(node, ops.Relation)]
    needs = _needs(root, relations)
    made: dict[Any, Any] = {}
    for relation in relations:
        if relation in needs:
            made[relation] = _made(relation, needs, made)
    reads: dict[str, set[str]] = defaultdict(set)
    for relation, names in needs.items():
        if isinstance(relation, ops.UnboundTable):
            reads[relation.name] |= names
    return Pruned(made[root].to_expr(), {name: frozenset(columns) for name, columns in reads.items()})


def _needs(root: Any, relations: list[Any]) -> dict[Any, set[str]]:
    """The columns that are needed of each relation; those that aren't needed at all are missing."""
    needs: dict[Any, set[str]] = {root: set(root.schema.names)}
    for relation in reversed(relations):
        if relation not in needs:
            continue
        # Rows must be there to be counted, even where nobody looks at them.
        names = needs[relation] or {relation.schema.names[0]}
        needs[relation] = names
        for beneath, name in _uses(relation, names):
            needs.setdefault(beneath, set()).update({name} - {""})
    return needs


def _uses(relation: Any, names: set[str]) -> Iterator[tuple[Any, str]]:
    """What a relation uses of those beneath it when these columns of it are needed; "" where only rows count."""
    import ibis.expr.operations as ops  # see pruned

    match relation:
        case ops.Project():
            yield from _fields(relation.values[name] for name in names)
            yield relation.parent, ""
        case ops.JoinChain():
            values = [relation.values[name] for name in names]
            yield from _fields(values)
            yield relation.first, ""
            for link in _links(relation, values):
                yield from _fields(link.predicates)
        case ops.Aggregate():
            yield from _fields([*relation.groups.values(), *(_asked(relation.metrics, names).values())])
            yield relation.parent, ""
        case ops.Filter():
            yield from _fields(relation.predicates)
            yield from ((relation.parent, name) for name in names)
        case ops.DropColumns() | ops.Reference():
            yield from ((relation.parent, name) for name in names)
        case ops.Union():
            yield from ((side, name) for side in (relation.left, relation.right) for name in names)
        case ops.UnboundTable() | ops.DummyTable():
            pass
        case _:
            raise TypeError(f"don't know what {type(relation).__name__} needs")


def _fields(values: Iterable[Any]) -> Iterator[tuple[Any, str]]:
    import ibis.expr.operations as ops  # see pruned

    for value in values:
        for part in value.find(ops.Value, filter=ops.Value):
            if isinstance(part, ops.Field):
                yield part.rel, part.name
            elif isinstance(part, ops.CountStar):
                yield part.arg, ""
            elif isinstance(part, ops.Subquery):
                raise TypeError(f"don't know what {type(part).__name__} needs")


def _links(chain: Any, values: list[Any]) -> list[Any]:
    """The joins that are needed for these values: those that choose rows, and those whose right side is used."""
    used = {relation for relation, _ in _fields(values)}
    kept = []
    for link in reversed(chain.rest):
        if link.how != "left" or link.table in used:
            kept.append(link)
            used |= {relation for relation, _ in _fields(link.predicates)}
    return kept[::-1]


def _asked(values: Any, names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name in names}


def _made(relation: Any, needs: dict[Any, set[str]], made: dict[Any, Any]) -> Any:
    """The relation over the smaller ones beneath it, with the columns that are needed."""
    import ibis.expr.operations as ops  # see pruned

    names = needs[relation]

    def over(value: Any) -> Any:
        return value.replace(smaller, filter=ops.Value)

    def smaller(node: Any, changed: dict[str, Any] | None) -> Any:
        if isinstance(node, ops.Field):
            return ops.Field(made[node.rel], node.name)
        if isinstance(node, ops.CountStar):
            return ops.CountStar(made[node.arg], **{k: v for k, v in (changed or {}).items() if k != "arg"})
        return node.__recreate__(changed) if changed else node

    match relation:
        case ops.Project():
            values = {name: over(value) for name, value in _asked(relation.values, names).items()}
            return ops.Project(made[relation.parent], values)
        case ops.JoinChain():
            values = {name: over(value) for name, value in _asked(relation.values, names).items()}
            links = _links(relation, [relation.values[name] for name in names])
            joins = [ops.JoinLink(link.how, made[link.table], [over(one) for one in link.predicates]) for link in links]
            return ops.JoinChain(made[relation.first], joins, values)
        case ops.Aggregate():
            groups = {name: over(value) for name, value in relation.groups.items()}
            metrics = {name: over(value) for name, value in _asked(relation.metrics, names).items()}
            return ops.Aggregate(made[relation.parent], groups, metrics)
        case ops.Filter():
            return ops.Filter(made[relation.parent], [over(one) for one in relation.predicates])
        case ops.DropColumns():
            return made[relation.parent]
        case ops.Reference():
            return type(relation)(made[relation.parent], relation.identifier)
        case ops.Union():
            sides = (_exactly(made[side], relation.schema.names, names) for side in (relation.left, relation.right))
            return ops.Union(*sides, distinct=relation.distinct)
        case _:
            return relation


def _exactly(relation: Any, order: tuple[str, ...], names: set[str]) -> Any:
    """Just these columns, in this order: the sides of a union are laid side by side."""
    import ibis.expr.operations as ops  # see pruned

    return ops.Project(relation, {name: ops.Field(relation, name) for name in order if name in names})
