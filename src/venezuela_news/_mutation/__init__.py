"""Documents with known faults: each a legal document with one change, and the problem that it must give.

Mutators make the changes, one for each rule, in a module for each thing that can be changed. Nothing
here needs Hypothesis: scripts can make cases with it. ``strategies`` draws from it.
"""

from __future__ import annotations

# Each of these modules fills a part of the table of mutators.
from venezuela_news._mutation import of_bytes, of_records, of_relations, of_values
from venezuela_news._mutation.mutants import Mutant, mutants
from venezuela_news._mutation.mutators import MUTATORS

__all__ = ["MUTATORS", "Mutant", "mutants", "of_bytes", "of_records", "of_relations", "of_values"]
