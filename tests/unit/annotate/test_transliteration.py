import pytest
from data.transliteration import german_from_english, russian, ukrainian
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("cyrillic", "german"),
    [
        ("Київ", "Kyjiw"),
        ("Запоріжжя", "Saporischschja"),
        ("Авдіївка", "Awdijiwka"),
        ("Слов'янськ", "Slowjansk"),
        ("Мар'їнка", "Marjinka"),
        ("Лисичанськ", "Lyssytschansk"),
        ("Кривий Ріг", "Krywyj Rih"),
        ("Щастя", "Schtschastja"),
        ("Велика Новосілка", "Welyka Nowosilka"),
    ],
)
def test_ukrainian_names_as_german_writes_them(cyrillic: str, german: str) -> None:
    assert ukrainian(cyrillic).german == german


@pytest.mark.parametrize(
    ("cyrillic", "german"),
    [
        ("Новороссийск", "Noworossijsk"),
        ("Грозный", "Grosny"),
        ("Нижний Новгород", "Nischni Nowgorod"),
        ("Ейск", "Jeisk"),
        ("Орёл", "Orjol"),
        ("Майкоп", "Maikop"),
        ("Россошь", "Rossosch"),
        ("Новосибирск", "Nowosibirsk"),
        ("Енакиево", "Jenakijewo"),
        ("Ильинка", "Iljinka"),
        ("Тимашёвск", "Timaschowsk"),
    ],
)
def test_russian_names_as_german_writes_them(cyrillic: str, german: str) -> None:
    assert russian(cyrillic).german == german


def test_other_languages_have_their_own_systems() -> None:
    assert {"Toretsk", "Torec'k", "Toreck"} <= set(ukrainian("Торецьк").others)
    assert {"Mykolaiv", "Mykolayiv", "Mykolajiv"} <= set(ukrainian("Миколаїв").others)
    assert {"Kharkov", "Char'kov", "Charkov"} <= set(russian("Харьков").others)
    assert "Noworossisk" in russian("Новороссийск").others


def test_the_usual_spelling_is_not_among_the_others() -> None:
    assert "Mariupol" not in ukrainian("Маріуполь").others


def test_romanised_names_can_be_respelled() -> None:
    assert german_from_english("Novohryhorivka") == "Nowohryhoriwka"
    assert german_from_english("Shchastya") == "Schtschastja"


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАКЩ' -"))
def test_nothing_cyrillic_is_left(name: str) -> None:
    spelled = ukrainian(name)
    assert not any("а" <= letter.lower() <= "ґ" for text in spelled for letter in "".join(text))


@pytest.mark.parametrize(("cyrillic", "loose"), [("Чугуїв", "Tschuhuiw"), ("Кропивницький", "Kropywnyzky")])
def test_ukrainian_names_are_known_as_agencies_shorten_them(cyrillic: str, loose: str) -> None:
    assert loose in ukrainian(cyrillic).others


def test_russian_adjectives_keep_their_short_i_or_end_in_y() -> None:
    assert {"Nischnij Nowgorod", "Nizhny Novgorod"} <= set(russian("Нижний Новгород").others)
    assert "Nowyj Urengoj" in russian("Новый Уренгой").others


def test_names_in_iya_may_end_in_ia() -> None:
    assert "Jewpatoria" in ukrainian("Євпаторія").others
    assert "Jewpatoria" in russian("Евпатория").others


def test_english_has_ye_for_a_russian_e_behind_a_vowel_or_a_sign() -> None:
    assert "Alekseyevka" in russian("Алексеевка").others
    assert "Prokopyevsk" in russian("Прокопьевск").others
