"""Starts a program on a pseudo-terminal and waits until it has painted: python paints.py PROGRAM [TEXT].

Ends with status 0 once TEXT (by default `warticker`) is in what the program writes, with 1 where it ends before or
has not painted within twenty seconds.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time


def paints(program: str, text: str, seconds: float = 20.0) -> bool:
    """Whether a program writes a text to its terminal of 120 by 40 cells within some seconds."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="120", LINES="40")
        os.execv(program, [program])  # noqa: S606
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen, end = b"", time.monotonic() + seconds
    try:
        while time.monotonic() < end and text.encode() not in seen:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    seen += os.read(terminal, 65536)
                except OSError:
                    break
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return text.encode() in seen


if __name__ == "__main__":
    wanted = sys.argv[2] if len(sys.argv) > 2 else "warticker"
    if not paints(sys.argv[1], wanted):
        sys.exit(f"{sys.argv[1]} did not paint {wanted!r}")
    print(f"{sys.argv[1]} painted")
