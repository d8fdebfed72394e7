"""Does a story stand in its texts: anchors, quotations, and whether those credited are its speakers."""
