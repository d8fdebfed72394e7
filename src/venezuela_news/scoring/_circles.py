"""Circles of a directed graph: which of its nodes can be reached from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

__all__ = ["circles"]

N = TypeVar("N", bound="Hashable")


def circles(graph: Mapping[N, Sequence[N]]) -> dict[N, int]:
    """Number the strongly connected components of a graph.

    Tarjan, *Depth-first search and linear graph algorithms*, 1972, with a stack of its own: its depth follows the input.

    Args:
        graph: The nodes that each node leads to; each of them is a node of the graph.

    >>> found = circles({"a": "b", "b": "ac", "c": ""})
    >>> found["a"] == found["b"] != found["c"]
    True
    """
    number: dict[N, int] = {}
    lowest: dict[N, int] = {}
    component: dict[N, int] = {}
    open_nodes: list[N] = []
    for root in graph:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        open_nodes.append(root)
        walk = [(root, iter(graph[root]))]
        while walk:
            node, rest = walk[-1]
            for other in rest:
                if other not in number:
                    number[other] = lowest[other] = len(number)
                    open_nodes.append(other)
                    walk.append((other, iter(graph[other])))
                    break
                if other not in component:
                    lowest[node] = min(lowest[node], number[other])
            else:
                walk.pop()
                if walk:
                    lowest[walk[-1][0]] = min(lowest[walk[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    _close(node, open_nodes, component)
    return component


def _close(node: N, open_nodes: list[N], component: dict[N, int]) -> None:
    """Number what was opened since a node, itself included, as one component."""
    number = len(component)
    while True:
        last = open_nodes.pop()
        component[last] = number
        if last == node:
            return
