"""Runs a command beside the app that has started it, and ends it in order where that one is gone, however it went.

The app holds the other end of standard input and never writes to it: it closes with the app, were that killed.
"""

from __future__ import annotations

import os
import signal
import threading

from warticker import cli


def main() -> None:
    """Run the command, no longer than there is somebody at the other end."""
    threading.Thread(target=_end_with_input, daemon=True).start()
    cli.main()


def _end_with_input() -> None:
    # Past Python's own stream, whose lock a thread that waits would hold when the program ends.
    os.read(0, 1)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
