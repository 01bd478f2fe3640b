"""The query language: what can be asked, as values that compose, and how it is written.

`query` is a whole query, of `conditions`; `grammar` reads it from text, `days` the days in it.
"""

from warticker.archive.query.query import EVERYTHING, Field, Query

__all__ = ["EVERYTHING", "Field", "Query"]
