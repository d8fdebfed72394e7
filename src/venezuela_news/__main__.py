"""``python -m venezuela_news``: the command ``venezuela-news``."""

from __future__ import annotations

import sys

from venezuela_news._cli import main

if __name__ == "__main__":
    sys.exit(main())
