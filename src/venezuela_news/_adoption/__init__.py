"""From loose extractions to a story: entries are read, located in the text, and become statements and people."""
