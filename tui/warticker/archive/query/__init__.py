"""The query language: immutable values that compose, and their text form.

`query` is a whole query, made of `conditions`; `grammar` parses it, `times` the days and times in it.
"""

from warticker.archive.query.query import EVERYTHING, Field, Query

__all__ = ["EVERYTHING", "Field", "Query"]
