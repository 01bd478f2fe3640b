"""What real pages do with their markup: boxes, pictures, promotions, broken tags, odd times."""

from __future__ import annotations

import html
import re
from datetime import UTC

from tests.unit.documents.marking import at, e
from tests.unit.documents.reports import REPORTS
from tests.unit.documents.sheets import DECOYS, EMBEDDED, Sheet, without_markup

CAPTIONS, TEASERS, LETTER, COMMENT = DECOYS[:2], DECOYS[2:5], DECOYS[5], DECOYS[6]


def _main(sheet: Sheet) -> int:
    return sheet.text.index("<main")


def _ends(sheet: Sheet) -> list[int]:
    """Where a paragraph has ended inside an entry."""
    found = []
    for report in REPORTS:
        for paragraph in report.paragraphs:
            start = sheet.text.find(e(paragraph), _main(sheet))
            if start >= 0 and (match := re.compile(r"</(?:p|div)>").match(sheet.text, start + len(e(paragraph)))):
                found.append(match.end())
    return found


def _heads(sheet: Sheet) -> dict[int, re.Match[str]]:
    """The elements that hold a headline and nothing else, by the report's number."""
    found = {}
    for number, report in enumerate(REPORTS):
        pattern = re.compile(rf"<(h[2-6]|p|b|strong)\b[^<>]*>{re.escape(e(report.headline))}</\1>")
        if match := pattern.search(sheet.text, _main(sheet)):
            found[number] = match
    return found


def _is_told(sheet: Sheet, number: int) -> bool:
    """Whether a page tells machines of a report."""
    head = sheet.text[: sheet.text.index("<body")]
    return REPORTS[number].headline.replace('"', '\\"') in head.partition("liveBlogUpdate")[2]


def framed_by_boxes(sheet: Sheet) -> None:
    sheet.text = sheet.text.replace("</h1>", "</h1><div class='grid'><div class='grid__cell'><section>", 1)
    sheet.text = sheet.text.replace("</main>", "</section></div></div></main>", 1)


def paragraphs_in_boxes(sheet: Sheet) -> None:
    for report in REPORTS:
        for paragraph in map(e, report.paragraphs):
            sheet.text = sheet.text.replace(
                f"<p>{paragraph}</p>", f"<div class='rich'><div><p>{paragraph}</p></div></div>"
            )


def spans_in_paragraphs(sheet: Sheet) -> None:
    """Links and what is set apart, around a word or two."""
    for end in sheet.some(_ends(sheet), 3):
        last = sheet.text.rindex("<", 0, end)
        start = sheet.text.rindex(">", 0, last) + 1
        found = [*re.finditer(r"\b\w{4,}\b", sheet.text[start:last])]
        word = sheet.chance.choice(found)
        around = sheet.chance.choice(
            ("<a href='/x'>{}</a>", "<em>{}</em>", "<b><span>{}</span></b>", "<span>{}</span>")
        )
        sheet.text = sheet.text[: start + word.start()] + around.format(word[0]) + sheet.text[start + word.end() :]


def headline_doubled(sheet: Sheet) -> None:
    heads = _heads(sheet)
    for number in sheet.some(heads, 1):
        headline = e(REPORTS[number].headline)
        forms = ("<p>{}</p>", "<div class='print'>{}</div>", "<h4>{}</h4>", "<p><strong>{}</strong></p>")
        sheet.insert(heads[number].end(), sheet.chance.choice(forms).format(headline))


def headline_linked(sheet: Sheet) -> None:
    for number, head in sorted(_heads(sheet).items(), key=lambda each: -each[1].start()):
        linked = f"<a href='#meldung-{number}'><span>{e(REPORTS[number].headline)}</span></a>"
        whole = head[0].replace(e(REPORTS[number].headline), linked)
        sheet.text = sheet.text[: head.start()] + whole + sheet.text[head.end() :]


def headline_lost(sheet: Sheet) -> None:
    heads = {number: head for number, head in _heads(sheet).items() if not _is_told(sheet, number)}
    for number in sheet.some(heads, 1):
        sheet.text = sheet.text[: heads[number].start()] + sheet.text[heads[number].end() :]
        sheet.headless.add(number)


def time_lost(sheet: Sheet) -> None:
    """One entry of many without its time."""
    times = {}
    for number, report in enumerate(REPORTS):
        told = re.compile(rf"<time[^<>]*>[^<>]*{report.colon}[^<>]*</time>")
        found = [*told.finditer(sheet.text, _main(sheet), sheet.text.index("</main"))]
        if len(found) == 1 and not _is_told(sheet, number):
            times[number] = found[0]
    for number in sheet.some(times, 1):
        sheet.text = sheet.text[: times[number].start()] + sheet.text[times[number].end() :]
        sheet.unstamped.add(number)


def times_written_otherwise(sheet: Sheet) -> None:
    values = ("%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%d %H:%M:%S%z", "%Y-%m-%dT%H:%M%z", "%a, %d %b %Y %H:%M:%S %z")
    shapes = (
        "{r.dot} Uhr",
        "{r.colon} Uhr",
        "{r.short_day}, {r.colon}",
        "{r.long_day} 2025 | {r.colon} Uhr",
        "Um {r.colon}",
    )
    value, shape = sheet.chance.choice(values), sheet.chance.choice(shapes)
    for report in REPORTS:
        told = (
            f"{at(report).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
            if sheet.chance.random() < 0.3
            else f"{at(report):{value}}"
        )
        pattern = rf"(<time datetime=(['\"])){re.escape(at(report).isoformat())}\2>{report.colon}(?: Uhr)?</time>"
        instead = f"{told}\\2>{shape.format(r=report)}</time>"
        sheet.text = re.sub(pattern, rf"\g<1>{instead}", sheet.text)


def pictures(sheet: Sheet) -> None:
    forms = (
        "<figure><img src='x.jpg' alt='Kahn'><figcaption>{}. <small>Foto: dpa</small></figcaption></figure>",
        "<figure class='media'><div class='media__img'></div><figcaption><p>{}</p><p>© dpa</p></figcaption></figure>",
        "<div class='image'><img src='x.jpg'><span class='caption'>{} | Foto: dpa</span></div>",
        "<div class='m-img'><div class='m-img__caption'>{}</div><i class='copyright'>dpa</i></div>",
        "<p>{} (Foto: dpa)</p>",
        "<figure><img alt='{}'></figure>",
    )
    for end in sheet.some(_ends(sheet), 2):
        sheet.insert(end, sheet.chance.choice(forms).format(sheet.chance.choice(CAPTIONS)))


def boxes_between(sheet: Sheet) -> None:
    """Links to other reports, invitations, advertisements."""
    one, two, three = TEASERS
    forms = (
        f"<aside class='related'><h3>Lesen Sie auch</h3><ul><li><a href='/a'>{one}</a></li></ul></aside>",
        f"<div class='teaser'><a href='/b'><span class='kicker'>Hintergrund</span><h4>{two}</h4></a></div>",
        f"<p>Lesen Sie auch: <a href='/c'>{three}</a></p>",
        f"<p><a href='/a'><strong>{one}</strong></a></p>",
        f"<ul class='links'><li><a href='/a'>{one}</a></li><li><a href='/b'>{two}</a></li></ul>",
        f"<div class='newsletter-box'><h3>Newsletter</h3><p>{LETTER}.</p><form><button>Los</button></form></div>",
        f"<section class='c-abo'><p>{LETTER}.</p><a class='button' href='/abo'>Jetzt anmelden</a></section>",
        "<div id='ad-slot-3' class='ad'><span>Anzeige</span><iframe src='https://werbung.example'></iframe></div>",
        "<div class='x17'><p>Anzeige</p></div>",
        "<iframe srcdoc='<p>Werbung</p>'></iframe><ins class='adsbygoogle'></ins>",
    )
    for end in sheet.some(_ends(sheet), 2):
        sheet.insert(end, sheet.chance.choice(forms))


def teasers_with_times(sheet: Sheet) -> None:
    """A second list that repeats with moments, of other reports."""
    items = cards = ""
    for n, teaser in enumerate(TEASERS, 1):
        clock = f"<time datetime='2025-11-14T0{n}:00:00+01:00'>0{n}:00</time>"
        day = f"<time datetime='2025-11-1{n}'>1{n}.11.2025</time>"
        items += f"<li class='item'><a href='/t{n}'>{clock} {teaser}</a></li>"
        cards += f"<article class='card'><a href='/t{n}'><h3>{teaser}</h3></a>{day}</article>"
    box = sheet.chance.choice(
        (f"<section><h2>Mehr Nachrichten</h2><ul>{items}</ul></section>", f"<div class='z'>{cards}</div>")
    )
    where = sheet.chance.choice(("</h1>", "</main>"))
    sheet.text = sheet.text.replace(where, where + box if where == "</h1>" else box + where, 1)


def posts_from_elsewhere(sheet: Sheet) -> None:
    text, author = EMBEDDED[0], "— Hafenamt Ruse (@hafen_ruse) "
    day = "<a href='https://x.com/h/1'>November 14, 2025</a>"
    clock = "<time datetime='2025-11-13T11:11:00+01:00'></time>"
    forms = (
        f"<blockquote class='twitter-tweet'><p>{text}</p>{author}{day}</blockquote><script async src='w.js'></script>",
        f"<div class='embed'><blockquote><p>{text}</p><footer>{author} {clock}</footer></blockquote></div>",
        f"<blockquote>{text}</blockquote>",
    )
    for end in sheet.some(_ends(sheet), 1):
        sheet.insert(end, sheet.chance.choice(forms))


def noise(sheet: Sheet) -> None:
    forms = (
        "<!-- Eintrag <p>kein Text</p> -->",
        "<script>var a = '<p>kein Text</p>';</script>",
        "<style>.a::after { content: 'kein Text' }</style>",
        "<noscript><img src='p.gif'></noscript><svg><title>Bild</title><path d='M0 0'/></svg>",
        "<template><p>kein Text</p></template>",
        "<div hidden><p>kein Text</p></div>",
        "<p>&nbsp;</p><p></p><div><br></div>",
        "<hr><a name='anker'></a>",
    )
    for end in sheet.some(_ends(sheet), 3):
        sheet.insert(end, sheet.chance.choice(forms))


def bars(sheet: Sheet) -> None:
    """Buttons and counts below entries."""
    forms = (
        "<ul class='actions'><li><button>Teilen</button></li><li><a href='#'>Link kopieren</a></li></ul>",
        "<div class='share'><a href='https://facebook.example'>Facebook</a><a href='mailto:'>E-Mail</a></div>",
        "<p class='meta'><span class='author'>Von Erika Muster</span></p>",
        "<div><a href='#kommentare'>12 Kommentare</a></div>",
        "<p><small>Quelle: dpa</small></p>",
    )
    form = sheet.chance.choice(forms)
    last = [report.paragraphs[-1] for report in REPORTS]
    for end in sorted(_ends(sheet), reverse=True):
        if any(sheet.text[:end].endswith((f"{e(text)}</p>", f"{e(text)}</div>")) for text in last):
            sheet.insert(end, form)


def summary(sheet: Sheet) -> None:
    points = "".join(f"<li><a href='#meldung-{n}'>{e(REPORTS[n].headline)}</a></li>" for n in (0, 2, 3))
    plain = re.sub(r"</?a\b[^>]*>", "", points)
    box = sheet.chance.choice((points, plain))
    sheet.text = sheet.text.replace(
        "</h1>", f"</h1><div class='summary'><h2>Das Wichtigste in Kürze</h2><ul>{box}</ul></div>", 1
    )


def comments_inside(sheet: Sheet) -> None:
    for end in sheet.some(_ends(sheet), 1):
        sheet.insert(end, f"<div class='comments'><div class='comment'><b>Leser17</b> <p>{COMMENT}.</p></div></div>")


def end_tags_lost(sheet: Sheet) -> None:
    """End tags that HTML lets be left out."""
    found = re.compile(r"</(?:p|li|dd|dt|td|tr)>").finditer(sheet.text, _main(sheet))
    for end in sheet.some([match.start() for match in found], 3):
        sheet.text = sheet.text[:end] + sheet.text[sheet.text.index(">", end) + 1 :]


def stray_tags(sheet: Sheet) -> None:
    forms = ("</span>", "</p>", "<span class='x'>", "</b>", "<p>", "</section>", "<br>")
    for end in sheet.some(_ends(sheet), 2):
        sheet.insert(end, sheet.chance.choice(forms))


def classes_on_some(sheet: Sheet) -> None:
    """Some entries are highlights: another class stands first, or they are called otherwise."""
    entry = re.compile(r"<(article|li|div|tr)(?=[ >])( class=['\"](?:entry|event|item)\b)?")
    for match in reversed([*entry.finditer(sheet.text, _main(sheet))]):
        if sheet.chance.random() < 0.3 and match[2]:
            name = sheet.chance.choice(("is-highlight ", "js-e7 ", "highlight "))
            sheet.insert(match.end(2) - len(match[2].rpartition("'")[2].rpartition('"')[2]), name)
        elif sheet.chance.random() < 0.3:
            sheet.insert(match.end(1), f" data-id='{match.start()}'")


def blank_entries(sheet: Sheet) -> None:
    last = sheet.text.index("</main")
    found = [*re.compile(r"<(article|li|tr)(?=[ >])[^<>]*>").finditer(sheet.text, _main(sheet), last)]
    if found:
        match = sheet.chance.choice(found)
        sheet.insert(match.start(), f"{match[0]}</{match[1]}>")


def entities(sheet: Sheet) -> None:
    head, main = sheet.text[: _main(sheet)], sheet.text[_main(sheet) :]
    named = {"ä": "&auml;", "ö": "&ouml;", "ü": "&uuml;", "ß": "&szlig;", '"': '"'}
    main = "".join(named.get(char, f"&#{ord(char)};") if ord(char) > 127 else char for char in main)
    sheet.text = head + main


def set_otherwise(sheet: Sheet) -> None:
    """Tags in capitals, without quotation marks, with lines of their own."""
    start = _main(sheet)
    main = re.sub(r"(?<=>)(?=</?(?:p|div|article|section|h\d|li|ul|tr|td|time)\b)", "\n      ", sheet.text[start:])
    if sheet.chance.random() < 0.5:
        main = re.sub(r"</?(?:p|div|h\d|li)\b", lambda match: match[0].upper(), main)
    sheet.text = sheet.text[:start] + main


def declared_wrongly(sheet: Sheet) -> None:
    way = sheet.chance.randrange(4)
    sheet.media_type = (None, "text/plain", "application/xml", "text/html; charset=iso-8859-1")[way]
    sheet.text = sheet.text.replace('<meta charset="utf-8">', "")
    if way == 0:
        sheet.data = sheet.text.encode("cp1252", "xmlcharrefreplace")


DISTURBANCES = (
    times_written_otherwise,
    time_lost,
    spans_in_paragraphs,
    headline_lost,
    headline_doubled,
    headline_linked,
    pictures,
    boxes_between,
    teasers_with_times,
    posts_from_elsewhere,
    noise,
    bars,
    comments_inside,
    summary,
    paragraphs_in_boxes,
    framed_by_boxes,
    stray_tags,
    end_tags_lost,
    classes_on_some,
    blank_entries,
    set_otherwise,
    entities,
    declared_wrongly,
)


def seen(sheet: Sheet) -> None:
    """Note what a reader sees of the page."""
    sheet.visible = html.unescape(without_markup(sheet.text))
