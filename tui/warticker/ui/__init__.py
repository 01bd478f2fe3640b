"""Front end: the Textual app; nothing outside this package imports Textual.

- `app` opens `screens/`, of which `screens.main` owns the query and the selection and hands them to its panes.
- `widgets/` holds the panes: each draws what it is given, line by line, and posts what the user meant.
- `drawing/` turns the model into lines, as pure functions; `looks` and `themes` hold their styles (styles/).
- `command` is what a key runs, `commands/` the table of all; longer ones have modules here: `prompts` (text that is
  typed), `marker` (marks and undo), `showing` (what the reader shows), `saved_views`, `session` (where the app was
  left); `keys` names keys.
- In the background: `arrivals`, `alarm` and `new_entries` report new entries, `following` (with `watching`) and
  `reannotating` run other `processes`, and `prefetched_entries` and `prefetched_selection` prepare, when `idle`, what
  the next key will show.
"""
