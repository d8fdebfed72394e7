"""How Sphinx builds the documentation."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING, get_type_hints

import attrs
from sphinx.util.typing import stringify_annotation

import venezuela_news
from venezuela_news import grounding

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "venezuela_news"
author = "The venezuela_news authors"
copyright = author
release = metadata.version("venezuela-news")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"venezuela_news {release}"

nitpicky = True
nitpick_ignore_regex = [
    # The standard library, attrs and type variables are documented elsewhere; a build needs no network.
    (r"py:.*", r"(?!venezuela_news).*"),
    # Rooms of the house: names in annotations that the face does not show.
    (r"py:.*", r"venezuela_news\.(?:\w+\.)?_.*"),
]

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
python_display_short_literal_types = True
maximum_signature_line_length = 88
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True


def _by_the_face(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: Element) -> Element | None:
    """Lead a reference to where a class is defined to where it is documented: the face."""
    if node.get("refdomain") != "py":
        return None
    name = re.sub(r"^(?:venezuela_news\._\w+\.)", "", node["reftarget"])
    if name.partition(".")[0] not in venezuela_news.__all__:
        return None
    domain = env.domains["py"]
    resolved: Element | None = domain.resolve_xref(
        env, node["refdoc"], app.builder, node["reftype"], f"venezuela_news.{name}", node, contnode
    )
    return resolved


def _by_its_fields(
    app: Sphinx, what: str, name: str, obj: object, options: object, signature: str, returns: str | None
) -> tuple[str, str | None] | None:
    """Show a class's fields with their types and defaults, and not the rules that the annotations hold."""
    if what != "class" or not isinstance(obj, type) or not attrs.has(obj) or not signature:
        return None
    # Without extras, which are the rules; a door that is opened when it is used is known here all the same.
    hints = get_type_hints(obj, localns=vars(grounding))
    shown = ["*"] if any(field.kw_only for field in attrs.fields(obj)) else []
    for field in attrs.fields(obj):
        if field.init:
            default = "" if field.default is attrs.NOTHING else f" = {field.default!r}"
            shown.append(f"{field.alias}: {stringify_annotation(hints[field.name], 'smart')}{default}")
    return f"({', '.join(shown)})", returns


def _colons_are_no_types(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Keep Napoleon from reading an attribute's "first words: the rest" as "type: text"."""
    if what in {"attribute", "data", "property"} and lines:
        lines[0] = lines[0].replace(": ", " – ", 1)


def setup(app: Sphinx) -> None:
    """Register what is ours."""
    app.connect("autodoc-process-docstring", _colons_are_no_types, priority=400)  # Napoleon has 500
    app.connect("autodoc-process-signature", _by_its_fields)
    app.connect("missing-reference", _by_the_face)
