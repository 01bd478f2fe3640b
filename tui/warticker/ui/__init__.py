"""Front end: the Textual app; nothing outside this package imports Textual.

- `app` opens `screens/`, of which `screens.main` owns the query and the selection and hands them to its panes.
- `widgets/` holds the panes: each draws what it is given, line by line, and posts what the user meant.
- `drawing/` makes lines of the model, as pure functions; `looks` and `themes` say how their parts look (styles/).
- `command` is one thing that a key does, `commands/` the table of all; what they do at length stands beside it:
  `prompts` what is typed, `marker` what is marked and undone, `showing` what the reader shows, `saved_views` the
  views, `session` where the app was left; `keys` says what each is called.
- Beside the keys: `arrivals`, `alarm` and `new_entries` tell what has come, `following` (with `watching`) and
  `reannotating` run other `processes`, and `prefetched_entries` and `prefetched_selection` make ready, when `idle`,
  what the next key will show.
"""
