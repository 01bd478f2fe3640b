"""Records as bytes: JSON, compressed with a preset dictionary of what records have in common."""

from __future__ import annotations

import json
import zlib
from typing import Any

from warticker.errors import DataError

_LEVEL, _WINDOW = 4, -13
"""zlib's compression level and window bits (raw deflate): records are short, and a small window is set up fast."""

_LARGEST = 64 * 1024 * 1024
"""The most bytes of a record when decompressed."""

_COMMON = (
    '"unverified":false}"figures":[{"text":"","start":1,"end":1,"value":10,"noun":"Menschen","bound":"at least"}],'
    '"claims":[{"text":"nach Angaben der","start":2,"end":2,"source":"ukrainischen Angaben","side":"ukraine"}],'
    '"people":[{"name":"Wolodymyr Selenskyj","text":"Präsident Wladimir Putin","start":3,"end":3}],'
    '"quotes":[{"text":"wir werden","start":4,"end":4,"speaker":null}],"evidence":{"luftangriffe":[[10,20]],'
    '"energie":[[30,40]],"front":[[50,60]]},"topics":["luftangriffe","front","zivilbevoelkerung","diplomatie"],'
    '"places":[{"id":"geonames:703448","name":"Kiew","kind":"city","role":"location","text":"Kiew","start":0,"end":4},'
    '{"id":"geonames:524901","name":"Moskau","kind":"city","role":"government","text":"Moskau","start":0,"end":6},'
    '{"id":"country:RU","name":"Russland","kind":"country","role":"government","text":"Russland"},'
    '{"id":"country:UA","name":"Ukraine","kind":"country","role":"location","text":"Ukraine"},"kind":"region",'
    '"emphasis":[{"kind":"link","text":"","start":0,"end":1,"address":"https://www."}],'
    " die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
    "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben Drohnen Angriff Raketen Stadt "
    '"source":"ntv","address":"https://www.","headline":"","paragraphs":["'
    '{"key":"","time":"2025-11-14T16:05:00+01:00","date":"2025-11-14","precision":"minute","inferred":false,'
).encode()
"""The preset dictionary; part of the file's format, so changing it needs a new version of the tables."""

_SQUEEZING = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, zdict=_COMMON)
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed(record: object) -> bytes:
    """A plain value as compressed bytes."""
    squeezing = _SQUEEZING.copy()
    return squeezing.compress(_json(record).encode("utf-8", "surrogatepass")) + squeezing.flush()


def unpacked(data: bytes) -> Any:
    """The value stored in some bytes; raises DataError if they are damaged."""
    try:
        text = zlib.decompressobj(-15, zdict=_COMMON).decompress(data, _LARGEST)
        return json.loads(text.decode("utf-8", "surrogatepass"))
    except (zlib.error, ValueError, TypeError) as error:
        raise DataError(f"a record in the archive is damaged: {error}") from error
