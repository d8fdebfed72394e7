"""Finding words in a text. Knows no story: texts and quotations go in, places come out.

From the ground up: characters and word lists; normalizing; the edges of words and graphemes; words; the index
of a text; quotations and their gaps; how a text differs from a quotation; the nearest place; locating.
"""
