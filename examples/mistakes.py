"""A document with mistakes, and what the library says about it: all of them at once, each with its place."""

from __future__ import annotations

import venezuela_news as vn

DOCUMENT = """
{
  "schema_version": 1,
  "id": "ferry",
  "title": "The ferry ",
  "summary": "A village wants its ferry back.",
  "language": "en_GB",
  "as_of": "2020-02-30",
  "people": [
    {"id": "rosa-luna", "name": "Rosa Luna", "age": "61"},
    {"id": "tomas", "nmae": "Tomás Ruiz"}
  ],
  "countries": [{"id": "UK", "name": "United Kingdom"}],
  "claims": [{"id": "ferry-returns", "text": "The ferry comes back", "kind": "wish"}],
  "stances": [
    {"id": "luna-for", "holder": "rosa-luna", "claim": "ferry-return", "position": "favor"},
    {"id": "luna-for", "holder": "ferry-returns", "claim": "ferry-returns", "position": "favour"}
  ],
  "figures": [{"id": "boats", "label": "boats", "low": 5, "high": 2, "unit": "boat"}]
}
"""

problems = vn.check(DOCUMENT)  # never raises for bad content
for problem in problems:
    print(problem)

print(f"\n{len(problems)} problems; by rule and JSON Pointer, which are promises:")
for problem in problems:
    print(f"{problem.rule:<20} {problem.pointer}")

print("\nAnd of a text that is no document at all:")
for text in (DOCUMENT[:60], '{"schema_version": 1}{}', "[" * 100_000, '{"schema_version": 2}'):
    print(vn.check(text)[0])
