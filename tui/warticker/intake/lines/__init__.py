"""The kind of a page's line: prose, a stamp, a caption, a row, furniture; and a page as its lines.

`page` runs the steps in order. First `unfolding` finds where lines begin and end, by `margins`, by `joints` and in
`flattened` text, and takes `decorations` and the addresses of `links` off. Then a line's kind is told

- by itself: `stamps`, with `dates`, `clocks` and minutes of `play`; `prose` or headline; `furniture` of the `kinds` in
  data/furniture.yaml, which `wording` reads, with `notes`, `announcing` and `rubrics`;
- by the lines around it: `captions`, `boxes`, `rows`, `foreign`, `page_breaks`, `dated_lists`, and reports told
  `backwards`.
"""
