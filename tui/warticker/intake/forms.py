"""The media type of bytes: by content, then by what was declared, then by name."""

from __future__ import annotations

import re
from enum import StrEnum

from warticker.intake.provenance import Provenance
from warticker.intake.structured.json_text import unguarded


class Form(StrEnum):
    """A media type of documents."""

    TEXT = "text"
    HTML = "HTML"
    FEED = "a feed"
    JSON = "JSON"
    XML = "XML"
    """Any other XML."""


_HEAD = 2000
_MHTML = re.compile(rb"(?:\A|\n)(?:MIME-Version:|Content-Type:\s*multipart/related)", re.IGNORECASE)
_PROLOG = re.compile(r"(?:<\?[^>]{0,500}\?>|<!--(?:(?!-->)[\s\S]){0,5000}-->|\s)*")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w:]+)", re.IGNORECASE)
_ROOT = re.compile(r"<([\w:-]+)")
_FEED_ROOT = re.compile(r"rss|(?:\w{1,20}:)?feed|rdf:rdf")
_ANY_ROOT = re.compile(
    r"<(?:(?P<feed>rss|(?:\w{1,20}:)?feed|rdf:rdf)|html|head|body|!doctype\s+html)[\s>]", re.IGNORECASE
)
"""The beginning of a document, even after output of its server: PHP's warnings."""
_HTML_TAG = re.compile(
    r"</?(?:html|head|body|div|p|span|article|section|main|h[1-6]|ul|ol|li|table|tr|td|time|a|em|strong|b|i|br|script|"
    r"style|meta|link|header|footer|nav|blockquote|figure|img)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BLOCK_END = re.compile(
    r"</(?:div|p|article|section|li|h[1-6]|table|body|html|blockquote|span|a|time|ul)\s*>", re.IGNORECASE
)
_SAMPLE = 200_000
_LONGEST_TYPE = 1_000_000
"""Within how many characters of its start a document with a document type has its root."""
_FEW = 3
"""From how many tags and end tags on a text is markup."""


def is_mhtml(data: bytes) -> bool:
    """Whether bytes are a page saved as MHTML, with its pictures (RFC 2557)."""
    head = data[:_HEAD]
    return bool(_MHTML.search(head)) and b"multipart/related" in data[: 4 * _HEAD].lower()


def form_of(text: str, *, name: str, provenance: Provenance) -> Form:
    """The media type of a decoded text."""
    start = _PROLOG.match(text)
    rest = text[start.end() if start else 0 :][:_HEAD].lstrip("\ufeff \t\r\n")
    told = unguarded(rest)
    if told.startswith(("{", "[")) and _looks_like_json(told):
        return Form.JSON
    if rest.startswith("<") and (form := _of_markup(text, rest)) is not None:
        return form
    if (root := _ANY_ROOT.search(rest)) and root["feed"]:
        return Form.FEED
    declared = (provenance.media_type or "").partition(";")[0].strip().lower()
    if _is_markup(text) or (declared in {"text/html", "application/xhtml+xml"} and "<" in text):
        return Form.HTML
    suffix = name.casefold().rpartition(".")[2]
    if suffix in {"html", "htm", "xhtml"} and _HTML_TAG.search(text[:_SAMPLE]):
        return Form.HTML
    return Form.TEXT


def _of_markup(text: str, rest: str) -> Form | None:
    if match := _DOCTYPE.match(rest):
        if match[1].lower() == "html":
            return Form.HTML
        # A document type of its own, perhaps with entities, precedes the root.
        root = next((each[1].lower() for each in _ROOT.finditer(text[:_LONGEST_TYPE])), "")
        return Form.FEED if _FEED_ROOT.fullmatch(root) else Form.XML
    root_match = _ROOT.match(rest)
    root = root_match[1].lower() if root_match else ""
    if _FEED_ROOT.fullmatch(root):
        return Form.FEED
    if root in {"html", "head", "body"}:
        return Form.HTML
    return Form.XML if text.lstrip("\ufeff \t\r\n").startswith("<?xml") else None


def _looks_like_json(rest: str) -> bool:
    """Whether a text that begins with a bracket is JSON: `[dpa] Kiew` and `[16:05]` are not."""
    return bool(re.match(r"(?:\{\s*(?:\"|\}|\Z)|\[\s*(?:[\[{\]\"]|\Z))", rest))


def _is_markup(text: str) -> bool:
    sample = text[:_SAMPLE]
    if "<" not in sample:
        return False
    tags = 0
    for tags, _ in enumerate(_HTML_TAG.finditer(sample), 1):
        if tags >= _FEW:
            break
    return tags >= _FEW and _BLOCK_END.search(sample) is not None
