import json
import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from tests.unit.documents.made import entry, stories, story, understood

from warticker import records
from warticker.errors import DataError
from warticker.model import Annotations, Figure, Moment, Precision, Quotation, Span, Story


@given(stories())
def test_a_story_survives_json_and_yaml(made: Story) -> None:
    assert records.story_from(json.loads(records.to_json(made))) == made
    assert records.from_yaml(records.to_yaml([made, made])) == (made, made)


def test_the_hour_that_comes_twice_is_told_apart_by_its_offset() -> None:
    moments = [Moment(date(2025, 10, 26), time(2, 30, fold=fold)) for fold in (0, 1)]
    texts = [records.moment_text(moment) for moment in moments]
    assert texts == ["2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00"]
    assert [records.moment_from(text or "").at for text in texts] == [moment.at for moment in moments]


def test_a_time_from_elsewhere_is_put_into_berlins() -> None:
    assert records.moment_from("2025-11-14T15:05:00Z") == Moment(date(2025, 11, 14), time(16, 5))


def test_a_time_without_a_day_stands_alone() -> None:
    record = records.entry_record(entry("k", None, "16:05", "Titel"), None)
    assert (record["time"], record["date"], record["precision"]) == ("16:05:00", None, "minute")
    day = records.entry_record(entry("k", clock=None), None)
    assert (day["time"], day["date"], day["precision"]) == (None, "2025-11-14", "day")


def test_the_source_stands_with_an_entry_only_where_it_is_another() -> None:
    made = story(entry("a"), replace(entry("b"), source=None))
    first, second = records.story_record(made)["entries"]
    assert "source" not in first
    assert second["source"] is None
    assert records.story_from(records.story_record(made)) == made


def test_yaml_is_for_people() -> None:
    made = story((entry("a", headline="Öl: „Tanker“ brennt"), understood("energie", cities=("Kiew",))))
    text = records.to_yaml([made])
    assert "headline: 'Öl: „Tanker“ brennt'\n" in text
    assert "  - {id: x, name: Kiew, kind: city, role: location, text: '', start: 0, end: 0}\n" in text
    assert "topics: [energie]\n" in text
    assert "people" not in text


@pytest.mark.parametrize("value", [3, 3.0, 2.5, 1e300, 0])
def test_a_number_is_written_as_people_write_it(value: float) -> None:
    figures = (Figure(Span(0, 1), value, "Drohnen"),)
    made = story((entry("a", headline="3 Drohnen"), Annotations(figures=figures)))
    assert records.from_yaml(records.to_yaml([made])) == (made,)
    assert ("value: 3," in records.to_yaml([made])) == (value == 3)


@pytest.mark.parametrize("value", ["1" + "0" * 400, "1e999", "-1e999", "NaN", "true", '"3"'])
def test_what_is_no_number_or_none_that_a_float_holds_is_told(value: str) -> None:
    figures = (Figure(Span(0, 1), 3, "Drohnen"),)
    line = records.to_json(story((entry("a", headline="3 Drohnen"), Annotations(figures=figures))))
    with pytest.raises(DataError, match=r"value is .*, but must be a number"):
        records.story_from(json.loads(line.replace('"value": 3', f'"value": {value}')))


def test_a_text_edited_by_hand_is_to_be_annotated_anew() -> None:
    quoting = Annotations(quotations=(Quotation(Span(0, 4), None),))
    made = story((entry("a", headline="Kiew brennt"), quoting), (entry("b"), Annotations()))
    edited = records.to_yaml([made]).replace("headline: Kiew brennt", "headline: In Kiew brennt es")
    (read,) = records.from_yaml(edited)
    assert read.document.entries[0].headline == "In Kiew brennt es"
    assert read.annotations == ()
    assert records.from_yaml(records.to_yaml([made])) == (made,)


def test_what_people_leave_out_or_unquoted_is_understood() -> None:
    (read,) = records.from_yaml(
        "entries:\n- time: 2025-11-14T16:05:00+01:00\n  headline: Titel\n- date: 2025-11-13\n  paragraphs: [Satz]\n"
    )
    first, second = read.document.entries
    assert (first.moment, first.key, read.annotations) == (Moment(date(2025, 11, 14), time(16, 5)), "", ())
    assert (second.moment.day, second.moment.precision) == (date(2025, 11, 13), Precision.DAY)


@pytest.mark.parametrize("clock", [time(2, 30), time(2, 30, fold=1)])
@pytest.mark.parametrize("day", [date(2025, 3, 30), date(2025, 10, 26), date(1, 1, 1)])
def test_a_time_that_berlin_had_twice_or_never_reads_back(day: date, clock: time) -> None:
    made = story(replace(entry("a"), moment=Moment(day, clock)))
    assert records.from_yaml(records.to_yaml([made])) == (made,)


def test_a_record_is_written_in_the_letters_of_its_text_and_nothing_is_one() -> None:
    made = story(entry("a", headline="Müll für „Öl“"))
    assert "Müll für „Öl“" in records.to_json(made)
    written = records.to_yaml([made])
    assert "dropped" not in written
    assert records.from_yaml(f"---\n---\n{written}") == (made,)
    with pytest.raises(DataError, match="the record that begins in line 3: the document: unknown field titel"):
        records.from_yaml("title: a\n\n---\ntitel: b\n")


def test_a_time_without_an_offset_is_berlins() -> None:
    (read,) = records.from_yaml("entries:\n- time: 2025-07-14T16:05:00\n")
    assert read.document.entries[0].moment == Moment(date(2025, 7, 14), time(16, 5))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("entries:\n- key: k1\n  headline: 12\n", r"entry 1 \(k1\): headline is 12, but must be text"),
        ("entries:\n- headlin: x\n", "entry 1: unknown field headlin"),
        ("entries:\n- paragraphs: [a, 1]\n", "paragraphs is a list, but must be a list of texts"),
        ("entries:\n- time: gestern\n", "time is 'gestern', but must be a time or day"),
        ("entries:\n- time: 0001-01-01T00:00:00+23:59\n", "time is .*, but must be a time or day"),
        ("entries:\n- time: 9999-12-31T23:59:59-12:00\n", "time is .*, but must be a time or day"),
        ("entries:\n- places: [{start: 0, end: true}]\n", "places: end is True, but must be a whole number"),
        ("entries:\n- evidence: {front: [[0]]}\n", "must be lists of"),
        ("entries:\n- evidence: {front: [[0, a]]}\n", "must be lists of"),
        ("entries:\n- evidence: {front: [[0.5, 1]]}\n", "must be lists of"),
        ("entries:\n- inferred: 1\n", "inferred is 1, but must be true or false"),
        ("entries: 5", "the document: entries is 5, but must be a list"),
        ("kind: blog", "kind is 'blog', but must be ticker or article or feed"),
        ("- 1", "the document is a list, but must have named fields"),
        ("a: [", "not valid YAML: .* in line 2"),
        ("a: &x 1\nb: *x", "references are not supported in line 2"),
        ("title: a\ntitle: b", "title occurs twice in line 2"),
        ("? [a]\n: b", "a field name is not text"),
        ("!!python/object:os.system x", "not valid YAML"),
        ("[" * 5000, "not valid YAML"),
        ("[" * 90_000 + "]" * 90_000, "not valid YAML"),
    ],
)
def test_a_mistake_is_one_line_that_names_entry_and_field(text: str, told: str) -> None:
    with pytest.raises(DataError) as raised:
        records.from_yaml(text)
    assert re.search(told, str(raised.value))
    assert "\n" not in str(raised.value)


def test_half_a_letter_is_no_valid_yaml() -> None:
    with pytest.raises(DataError, match="not valid YAML"):
        records.from_yaml("title: \ud800")
