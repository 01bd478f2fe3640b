"""Runs a command as a child process of the app, and ends it in order when the app ends, however that happens.

The app holds the other end of standard input and never writes to it: it closes with the app, even if that is killed.
"""

from __future__ import annotations

import os
import signal
import threading

from warticker import cli


def main() -> None:
    """Run the command, until it is done or the app ends."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    cli.main()


def _end_with_input() -> None:
    # Not through `sys.stdin`, whose lock the waiting thread would still hold when the program exits.
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
