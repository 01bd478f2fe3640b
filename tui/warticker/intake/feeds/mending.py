"""Turns real-world feeds into valid XML whose texts and times are what was meant."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from warticker.intake.iso_times import moment

_ABOVE_ROOT = re.compile(
    r"<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>\"']|\"[^\"]*\"|'[^']*')*+(?:\[.*?\]\s*+)?>|\s+", re.DOTALL
)
"""Everything that XML allows above the root (XML 1.0, 2.8), including a document type with its declarations."""
_DECLARED = re.compile(r"<!ENTITY\s{1,9}([\w.:-]{1,99})\s")
_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_PREFIXES = {
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
_ATOM = "http://www.w3.org/2005/Atom"
_RDF = re.compile(r"<((?:\w{1,20}:)?RDF)(\s[^<>]*)>")
_DEFAULT_NAMES = re.compile(r"\sxmlns\s?=\s?(?:\"[^\"]*\"|'[^']*')")
_NAMED = re.compile(
    r"<guid(?:\s[^<>]*)?>(?!\s*+(?:<!\[CDATA\[\s*+)?https?:)[^<]{0,999}(?:<!\[CDATA\[[^<]{0,999})?</guid>"
)
"""Items' names that are not addresses: the parser takes those that look like one for a date."""
_CDATA = r"<!\[CDATA\[(?:[\s\S]*?\]\]>|[\s\S]*+)"
_REFERENCE = re.compile(rf"{_CDATA}|&([\w.:-]{{1,99}};)")
"""An entity in a text, or a section without entities."""
_UNKNOWN = re.compile(
    rf"{_CDATA}|[\x00-\x08\x0b\x0c\x0e-\x1f]|"
    r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)((?:[a-zA-Z]{2,31}[0-9]{0,2};)?)"
)
"""Control characters and references that XML forbids (XML 1.0, 2.2 and 4.6), or a section where all is allowed."""
_TEXT = r"<(?P<name>(?:atom:)?(?:title|description|summary|content)|content:encoded)(?P<attributes>\s[^<>]*)?(?<!/)>"
_HOLDS_MARKUP = re.compile(rf"{_TEXT}(?=[^<]*<[a-zA-Z])")
_MARKUP = re.compile(rf"<!\[CDATA\[(?:[\s\S]*?\]\]>|[\s\S]*+)|<!--(?:[\s\S]*?-->|[\s\S]*+)|{_HOLDS_MARKUP.pattern}")
"""The start tags of texts that may contain elements, and sections without markup."""
_RFC_822 = (
    r"(?:[A-Z][a-z]{2}, {1,2})?\d\d? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6} \d{4} "
    r"\d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?|Z)"
)
_RFC_3339 = r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d))?"
_ODD_MOMENT = re.compile(
    r"(<(?:\w+:)?(?:pubDate|date|published|updated|modified|issued|created)(?:\s[^<>]*)?>)\s*+"
    rf"(?!(?:{_RFC_822}|{_RFC_3339})\s*<)([^<\s][^<]{{3,79}}?)\s{{0,99}}+(?=</)"
)
"""Times that do not follow the formats (RFC 822, RFC 3339): without an offset, or in seconds."""


def from_root(text: str) -> str:
    """A feed from its root on: a document type can declare any local file, and lxml would read it."""
    root = _ROOT.search(text, _above_root(text))
    return _mended(_as_rss(_declared(root[0][:-1], text[root.end() - 1 :]))) if root else ""


def own_entity(text: str) -> str:
    """An entity that a feed both declares and uses, other than HTML's: a hostile feed. Empty if there is none."""
    end = _above_root(text)
    declared = {f"{name};" for name in _DECLARED.findall(text, 0, end)} - html5.keys()
    used = (match[1] for match in _REFERENCE.finditer(text, end)) if declared else ()
    return next((name for name in used if name in declared), "")


def _above_root(text: str) -> int:
    """Where everything that may precede the root ends."""
    end = 0
    while match := _ABOVE_ROOT.match(text, end):
        end = match.end()
    return end


def _declared(root: str, rest: str) -> str:
    """A feed that declares its prefixes (XML Namespaces, 2 and 3), if its root forgets to."""
    attributes = rest[: rest.find(">")]
    meanings = {**_PREFIXES, "xmlns": _ATOM} if root == "<feed" else _PREFIXES
    lacking = (f' {name}="{space}"' for name, space in meanings.items() if not re.search(rf"\s{name}\s?=", attributes))
    return "".join((root, *lacking, rest))


def _as_rss(xml: str) -> str:
    """A feed in RDF (RSS 0.90, 1.0) as RSS, of which every part of an item is read."""
    root = _RDF.match(xml)
    if root is None or "</channel>" not in xml:
        return xml
    attributes = _DEFAULT_NAMES.sub("", root[2])
    rest = xml[root.end() :].replace("</channel>", "", 1).replace(f"</{root[1]}>", "</channel></rss>")
    return f"<rss{attributes}>{rest}"


def _mended(xml: str) -> str:
    """A feed without what breaks XML: forbidden characters, HTML's entities, bare ampersands, markup."""
    if _HOLDS_MARKUP.search(xml):
        xml = _with_texts(xml)
    xml = _NAMED.sub("", xml)
    if _UNKNOWN.search(xml):
        xml = _UNKNOWN.sub(_meant, xml)
    return _ODD_MOMENT.sub(_exactly, xml)


def _with_texts(xml: str) -> str:
    """A feed whose texts have their elements as escaped HTML, whether they were XHTML (Atom) or unescaped."""
    parts: list[str] = []
    endless: set[str] = set()
    start = position = 0
    while match := _MARKUP.search(xml, position):
        position, name = match.end(), match["name"]
        if name is None or name in endless:
            continue
        end = xml.find(f"</{name}", position)
        if end < 0:
            endless.add(name)
            continue
        inner = xml[position:end]
        if "<![CDATA[" not in inner and "]]>" not in inner:
            attributes = (match["attributes"] or "").replace("xhtml", "html")
            parts += (xml[start : match.start()], f"<{name}{attributes}><![CDATA[{inner}]]>")
            start = end
        position = end
    return "".join((*parts, xml[start:]))


def _meant(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return match[0] if match[0].startswith("<") else " "
    char = unescape(f"&{name}") if name else ""
    return char if char and char != f"&{name}" else f"&amp;{name}"


def _exactly(match: re.Match[str]) -> str:
    """A time with its offset, if it has a time of day; else as written."""
    exact = moment(unescape(match[2]))
    return match[0] if exact.clock is None or exact.at is None else match[1] + exact.at.isoformat()
