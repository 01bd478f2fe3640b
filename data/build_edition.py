"""Annotates the bundled edition anew, in place: python data/build_edition.py.

To be run after its text or the rules of `annotate` have changed; the comment on top of the file stays.
"""

from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from warticker import intake, records
from warticker.annotate.documents import annotate

EDITION = Path(__file__).with_name("edition.yaml")


def main() -> None:
    """Read the edition's stories, understand them, write them back."""
    text = EDITION.read_text(encoding="utf-8")
    comment = "".join(takewhile(lambda line: line.startswith("#"), text.splitlines(keepends=True)))
    read = intake.read(text.encode(), name=EDITION.name)
    understood = [replace(story, annotations=annotate(story.document)) for story in read]
    EDITION.write_text(comment + records.to_yaml(understood), encoding="utf-8")
    print(f"{EDITION.name}: {sum(len(story.annotations) for story in understood)} entries")


if __name__ == "__main__":
    main()
