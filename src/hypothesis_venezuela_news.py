"""What Hypothesis calls when it is imported: it is told of the classes of venezuela_news, if these are loaded.

This module imports neither of the two. Where the package is loaded later, it tells Hypothesis itself.
"""

from __future__ import annotations

import sys


def register() -> None:
    """Let a package that is loaded register its classes; do nothing for one that is not."""
    meet = getattr(sys.modules.get("venezuela_news"), "_register_with_hypothesis", None)
    if meet is not None:
        meet()
