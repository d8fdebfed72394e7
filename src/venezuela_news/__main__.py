"""``python -m venezuela_news``: runs the command line."""

from __future__ import annotations

import sys

from venezuela_news._cli import main

if __name__ == "__main__":
    sys.exit(main())
