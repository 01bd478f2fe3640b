"""Front end: the command line.

Standard output is for results, standard error for messages. `running` runs a command; `group` knows in which module
each is, with its arguments, its help and what it does; `arguments` has what several take.
"""

import gc
import sys

__all__ = ["main"]

COLLECT_AFTER = 250_000
"""New objects after which garbage is looked for: more than are made until a page is kept, as all of these stay."""


def main() -> None:
    """Run the command that the user typed and end the program with its exit status."""
    gc.set_threshold(COLLECT_AFTER)
    # Imported here as what that makes stays, too: to look through it for garbage would take a thirtieth of a start.
    from warticker.cli import output, running

    output.prepare()
    status = running.status_of(sys.argv[1:])
    # What is left ends with the process: to look through all of it for garbage would take a twentieth of a command.
    gc.freeze()
    sys.exit(status)
