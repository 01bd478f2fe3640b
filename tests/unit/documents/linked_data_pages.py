"""Pages that tell machines of their live blog (JSON-LD), in all the ways that real ones do."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence

from tests.unit.documents.marking import ADDRESS, SITE, TITLE, Kinds, e, framed, iso, paragraphs, shown, utc
from tests.unit.documents.reports import Report

LINKED = Kinds()


def linked_data(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return f'<script type="application/ld+json">{text}</script>'


def update(report: Report, number: int, **changed: object) -> dict[str, object]:
    return {
        "@type": "BlogPosting",
        "headline": report.headline,
        "datePublished": iso(report),
        "articleBody": "\n".join(report.paragraphs),
        "url": f"{ADDRESS}#meldung-{number}",
        **changed,
    }


def live(updates: object, **more: object) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": TITLE,
        "coverageStartTime": "2025-11-14T00:05:00+01:00",
        "datePublished": "2025-11-14T00:05:00+01:00",
        "publisher": {"@type": "NewsMediaOrganization", "name": SITE},
        "liveBlogUpdate": updates,
        **more,
    }


def updates(reports: Sequence[Report], **changed: object) -> list[dict[str, object]]:
    return [update(report, number, **changed) for number, report in enumerate(reports)]


@LINKED.kind(addressed=True)
def linked_data_alone(reports: Sequence[Report]) -> str:
    return framed("<div id='app'></div>", linked_data(live(updates(reports))))


@LINKED.kind(addressed=True)
def linked_data_and_the_page(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports))))


@LINKED.kind(addressed=True)
def linked_data_in_a_graph(reports: Sequence[Report]) -> str:
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, live(updates(reports))]}
    return framed("", linked_data(graph))


@LINKED.kind(addressed=True)
def linked_data_as_a_list(reports: Sequence[Report]) -> str:
    return framed("", linked_data([{"@type": "BreadcrumbList"}, live(updates(reports))]))


@LINKED.kind(addressed=True)
def linked_data_in_references(reports: Sequence[Report]) -> str:
    told = [{**each, "@id": f"#u{number}"} for number, each in enumerate(updates(reports))]
    graph = {"@graph": [live([{"@id": f"#u{number}"} for number in range(len(told))]), *told]}
    return framed("", linked_data(graph))


@LINKED.kind(addressed=True)
def linked_data_with_entities(reports: Sequence[Report]) -> str:
    told = [
        {**each, "headline": html.escape(r.headline), "articleBody": html.escape("\n".join(r.paragraphs))}
        for r, each in zip(reports, updates(reports), strict=True)
    ]
    return framed("", linked_data(live(told)))


@LINKED.kind(addressed=True)
def linked_data_with_markup(reports: Sequence[Report]) -> str:
    told = [{**each, "articleBody": paragraphs(r)} for r, each in zip(reports, updates(reports), strict=True)]
    return framed("", linked_data(live(told)))


@LINKED.kind(addressed=True)
def linked_data_damaged(reports: Sequence[Report]) -> str:
    text = json.dumps(live(updates(reports)), ensure_ascii=False)
    text = text.replace("\\n", "\n").replace("]}", ",]}").replace('"}', '",}')
    return framed("", f'<script type="application/ld+json">\n//<![CDATA[\n{text};\n//]]></script>')


@LINKED.kind(addressed=True)
def linked_data_without_context_in_records(reports: Sequence[Report]) -> str:
    told = live(
        [
            {**each, "articleBody": {"@type": "Text", "@value": "\n".join(r.paragraphs)}}
            for r, each in zip(reports, updates(reports), strict=True)
        ]
    )
    del told["@context"]
    return framed("", linked_data(told))


@LINKED.kind(addressed=True)
def linked_data_without_bodies(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports, articleBody=""))))


@LINKED.kind(addressed=True)
def linked_data_that_alone_says_when(reports: Sequence[Report]) -> str:
    told = live(updates(reports, articleBody={"@type": "Text"}))
    del told["@context"]
    page = (f'<div class="entry"><b>{e(r.headline)}</b>{paragraphs(r)}</div>' for r in reports)
    return framed("".join(page), linked_data(told))


@LINKED.kind(addressed=True)
def linked_data_with_places_as_keys(reports: Sequence[Report]) -> str:
    return framed("", linked_data(live({str(2 * place): each for place, each in enumerate(updates(reports))})))


@LINKED.kind(addressed=True)
def linked_data_cut_short(reports: Sequence[Report]) -> str:
    told = [
        {**each, "articleBody": " ".join(r.paragraphs)[:50] + "…"}
        for r, each in zip(reports, updates(reports), strict=True)
    ]
    return framed(shown(reports), linked_data(live(told)))


@LINKED.kind(addressed=True)
def linked_data_of_the_newest_alone(reports: Sequence[Report]) -> str:
    return framed(shown(reports), linked_data(live(updates(reports)[0])))


@LINKED.kind(addressed=True)
def linked_data_of_more_than_is_shown(reports: Sequence[Report]) -> str:
    return framed(shown(reports[:3]), linked_data(live(updates(reports))))


@LINKED.kind(addressed=True)
def linked_data_above_other_live_blogs(reports: Sequence[Report]) -> str:
    others = (
        f"<div class='box'><time datetime='2025-11-0{n}T08:00:00+01:00'>{n}.11.2025</time><h3><a href='/alt/{n}'>"
        f"Der Tag {n} zum Nachlesen</a></h3><p>Was an diesem Tag geschah, steht hier noch einmal.</p></div>"
        for n in range(1, 5)
    )
    return framed(f"<div id='app'></div><div>{''.join(others)}</div>", linked_data(live(updates(reports))))


@LINKED.kind(addressed=True)
def linked_data_twice(reports: Sequence[Report]) -> str:
    told = updates(reports)
    return framed("", linked_data({"@type": "NewsArticle", "headline": TITLE}) + linked_data(live([*told, told[0]])))


@LINKED.kind(addressed=True)
def linked_data_without_updates(reports: Sequence[Report]) -> str:
    told = live([])
    del told["liveBlogUpdate"]
    return framed(shown(reports), linked_data(told))


@LINKED.kind(addressed=True)
def linked_data_in_other_clocks(reports: Sequence[Report]) -> str:
    told = [
        {**each, "datePublished": iso(r).replace("+01:00", ".000+01:00"), "dateModified": utc(r)}
        if number % 2
        else {**each, "datePublished": utc(r)}
        for number, (r, each) in enumerate(zip(reports, updates(reports), strict=True))
    ]
    return framed("", linked_data(live(told)))
