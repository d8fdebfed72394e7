"""The format of the case files, as JSON Schema."""

from __future__ import annotations

from typing import Any

_RULE = {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$", "description": "The name of a rule."}
_POINTER = {
    "type": "string",
    "pattern": "^(/([^~/]|~[01])*)*$",
    "description": "A JSON Pointer (RFC 6901) into the data; empty for the whole document. What is missing is part of it.",
}
_DESCRIPTION = {
    "type": "string",
    "minLength": 3,
    "maxLength": 80,
    "description": "What is so in the case; unique in the corpus.",
}
_PROBLEM = {
    "type": "object",
    "description": "A rule that is broken, and where.",
    "properties": {"pointer": {"$ref": "#/$defs/pointer"}, "rule": {"$ref": "#/$defs/rule"}},
    "required": ["pointer", "rule"],
    "additionalProperties": False,
}


def _cases(description: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {
        "type": "array",
        "description": description,
        "minItems": 1,
        "items": {
            "type": "object",
            "properties": {"description": {"$ref": "#/$defs/description"}, **properties},
            "required": ["description", *required],
            "additionalProperties": False,
        },
    }


_BROKEN = {
    "data": {"description": "A document that breaks the rule; of any type."},
    "problems": {
        "type": "array",
        "description": "Every problem of the document, in any order.",
        "minItems": 1,
        "uniqueItems": True,
        "items": {"$ref": "#/$defs/problem"},
    },
    "schema": {"type": "boolean", "description": "Whether schema.json alone refuses the document."},
}

CASE_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:venezuela-news:case-schema:1",
    "title": "The files of the case corpus",
    "description": "A file is held to the definition that is named after its folder.",
    "anyOf": [
        {"$ref": f"#/$defs/{name}"}
        for name in ("valid", "invalid", "doubtful", "expected", "grounding", "scored", "manifest")
    ],
    "$defs": {
        "description": _DESCRIPTION,
        "pointer": _POINTER,
        "rule": _RULE,
        "problem": _PROBLEM,
        "spans": {
            "type": "array",
            "description": "Places in the text: start and end, half-open, in code points; 0 is before the first.",
            "items": {
                "type": "array",
                "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
                "items": False,
                "minItems": 2,
            },
        },
        "valid": _cases(
            "valid/<topic>.json: documents that are read, without a problem.",
            {"data": {"type": "object", "description": "A legal document."}},
            ["data"],
        ),
        "invalid": _cases(
            "invalid/<rule>.json: documents that break the rule, and it alone; invalid/several.json: that break several.",
            _BROKEN,
            ["data", "problems", "schema"],
        ),
        "doubtful": _cases(
            "doubtful/<rule>.json: legal documents that get a warning.",
            {**_BROKEN, "data": {"type": "object", "description": "A legal document."}, "schema": {"const": False}},
            ["data", "problems", "schema"],
        ),
        "expected": {
            "type": "object",
            "description": "raw/expected.json: the one problem of each refused file.",
            "propertyNames": {"pattern": "^n_[a-z0-9_]+\\.(json|yaml|yml|msgpack)$"},
            "additionalProperties": {"$ref": "#/$defs/problem"},
        },
        "grounding": _cases(
            "grounding/<outcome>.json: quotations, and where they stand in a text.",
            {
                "text": {"type": "string"},
                "quote": {"type": "string"},
                "outcome": {"enum": ["found", "normalized", "ambiguous", "altered", "missing", "unchecked"]},
                "spans": {"$ref": "#/$defs/spans"},
                "folds": {
                    "type": "array",
                    "description": "The differences that were looked through.",
                    "uniqueItems": True,
                    "items": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
                },
                "elided": {"type": "boolean", "description": "Whether words are left out between the proven parts."},
                "parts": {"$ref": "#/$defs/spans", "description": "The places of the quotation's fragments, in order."},
                "omitted": {"$ref": "#/$defs/spans", "description": "The places of the words that gaps stand for."},
                "replaced": {"$ref": "#/$defs/spans", "description": "The places of what words in brackets stand for."},
                "called_out": {"type": "boolean", "description": "Whether something is called out of the place."},
            },
            ["text", "quote", "outcome", "spans"],
        ),
        "scored": {
            "type": "object",
            "description": "scored/<name>.json: a predicted and a gold story, with figures of their score.",
            "properties": {
                "description": {"$ref": "#/$defs/description"},
                "predicted": {"type": "object", "description": "A legal document: what was extracted."},
                "gold": {"type": "object", "description": "A legal document: what was to be extracted."},
                "figures": {
                    "type": "object",
                    "description": "Figures that the definitions fix, by name; a share is from 0 to 1, a count is whole.",
                    "minProperties": 1,
                    "propertyNames": {"pattern": "^[a-z]+([._][a-z0-9]+)*$"},
                    "additionalProperties": {"type": "number", "minimum": 0},
                },
            },
            "required": ["description", "predicted", "gold", "figures"],
            "additionalProperties": False,
        },
        "manifest": {
            "type": "object",
            "description": "corpus.json: the corpus's own version, that of the document format, and how many cases there are.",
            "properties": {
                "version": {"type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+$"},
                "schema_version": {"type": "integer", "minimum": 1},
                "counts": {
                    "type": "object",
                    "properties": {
                        name: {"type": "integer", "minimum": 0}
                        for name in ("valid", "invalid", "doubtful", "raw", "grounding", "scored")
                    },
                    "required": ["valid", "invalid", "doubtful", "raw", "grounding", "scored"],
                    "additionalProperties": False,
                },
            },
            "required": ["version", "schema_version", "counts"],
            "additionalProperties": False,
        },
    },
}
"""The content of ``case.schema.json``."""
