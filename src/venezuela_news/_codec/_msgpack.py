"""MessagePack, by the package ``msgpack``: maps, arrays, texts, whole numbers, booleans and nil."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgpack  # pyright: ignore[reportMissingTypeStubs] - it ships no types

from venezuela_news._codec._parsed import Doubled, Foreign, Parsed, broken, object_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from venezuela_news._limits import Limits

__all__ = ["parse", "render"]

_package: Any = msgpack


def parse(data: bytes, limits: Limits) -> Parsed:
    """Read the document in bytes."""
    doubled = False

    def pairs(items: list[tuple[Any, Any]]) -> dict[Any, Any]:
        nonlocal doubled
        found = object_of([(key, _native(value)) for key, value in items])
        doubled = doubled or type(found) is Doubled
        return found

    def items(values: list[Any]) -> list[Any]:
        return [_native(value) for value in values]

    def extension(code: int, payload: bytes) -> Foreign:
        return Foreign(f"an extension value of type {code} ({len(payload)} bytes)")

    try:
        document = _package.unpackb(
            data,
            raw=False,
            strict_map_key=False,
            object_pairs_hook=pairs,
            list_hook=items,
            ext_hook=extension,
        )
    except _package.ExtraData as error:
        return broken("trailing-data", f"{len(error.extra)} bytes stand behind the document")
    except UnicodeDecodeError as error:
        return broken("bad-encoding", f"a text is not UTF-8: {error.reason}")
    except _package.StackError:
        return broken("too-deep", "values are nested too deep to be read")
    except TypeError:
        return broken("unsupported-syntax", "a key is a list or a map")
    except ValueError:
        return broken("bad-syntax", "this is not MessagePack, or not all of it")
    return Parsed(document=_native(document), flawed=doubled)


def _native(value: Any) -> Any:
    """A value as documents know it: the package reads one extension type, times, by itself."""
    return Foreign("a timestamp") if isinstance(value, _package.Timestamp) else value


def render(document: Mapping[str, Any], indent: int | None) -> bytes:
    """Write a document as bytes."""
    packed: bytes = _package.packb(document, use_bin_type=True)
    return packed
