"""Front end: the Textual app; nothing outside this package imports Textual.

- `app` opens `screens/`, of which `screens.main` owns the query and the selection and hands them to its panes.
- `widgets/` holds the panes: each draws what it is given, line by line, and posts what the user meant.
- `drawing/` turns the model into lines, as pure functions; `looks` and `themes` hold their styles (styles/).
- `command` is what a key runs, `commands/` the table of all; longer ones have modules here: `prompts` (text that is
  typed), `marker` (marks and undo), `showing` (what the reader shows), `saved_views`, `session` (where the app was
  left); `keys` names keys.
- In the background: `arrivals`, `alarm` and `new_entries` report new entries, `following` (with `watching`) and
  `reannotating` run commands in `children`, and `prefetching` prepares, when `idle`, what the next key will show.

How a key travels, `j` in the timeline: Textual finds it among the pane's bindings, which `commands.bindings` makes of
the table, and runs the action `screen.command('next-entry')`: the function in `commands.moving`. That moves
`timeline.cursor`, a reactive that repaints two rows and that the main screen watches: it hands the entry to the reader,
the marker and the prefetcher, and all of it reaches the terminal in one repaint.

Where the app departs from Textual 8.2; each place says why:

- `widgets.line_view` draws only the lines on the screen, and changes their number without a layout.
- `looks` names styles in place of component classes, which cost a pass over the stylesheet with every change.
- `app` has Textual's scrollbars drawn by `drawing.scrollbar`, half a cell wide, and its notes not selected.
- `screens.main` and `app` paint once what Textual would paint at every step: a new screen, a new focus, a layout.
- Private in Textual: `App._handle_exception`, `Widget._size_updated`, `Toast`, and what `palette` overrides.
"""
