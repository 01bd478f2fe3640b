"""Front end: the command line.

Results go to standard output, messages to standard error. `running` runs a command; `group` maps commands to their
modules, which have their arguments, help and implementation; `arguments` has options that several share.
"""

import sys

from warticker import garbage

__all__ = ["main"]

INTERRUPTED = 130
"""The exit status of a program that Ctrl+C ended, as a shell has it."""


def main() -> None:
    """Run the command that the user typed and end the program with its exit status."""
    garbage.collect_seldom()
    try:
        # Imported here as these allocate objects that stay, too, and as Ctrl+C may come meanwhile.
        from warticker.cli import output, running

        output.prepare()
        status = running.status_of(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    garbage.collect_no_more()
    sys.exit(status)
