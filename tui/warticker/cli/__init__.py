"""Front end: the command line.

Standard output is for results, standard error for messages. `running` runs a command; `group` knows in which module
each is, with its arguments, its help and what it does; `arguments` has what several take.
"""

import sys

from warticker import garbage

__all__ = ["main"]


def main() -> None:
    """Run the command that the user typed and end the program with its exit status."""
    garbage.collect_seldom()
    # Imported here as what that makes stays, too.
    from warticker.cli import output, running

    output.prepare()
    status = running.status_of(sys.argv[1:])
    garbage.collect_no_more()
    sys.exit(status)
