"""A program on a pseudo-terminal, as a person has it before them: for the packaging check and the benchmarks."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

ANSWERS = {b"\x1b[c": b"\x1b[?62;c", b"\x1b[6n": b"\x1b[1;1R", b"\x1b[?2026$p": b"\x1b[?2026;2$y"}
"""What a terminal answers when it is asked who it is, where its cursor is, whether it can hold back a frame."""


class Terminal:
    """Runs a command on a terminal of some columns and rows until it is closed."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self.written = b""
        """All that the program has written."""
        self.started = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", COLUMNS=str(columns), LINES=str(rows))
            os.execvp(command[0], list(command))  # noqa: S606
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)

    def wait_for(self, text: str, seconds: float = 30.0) -> float | None:
        """Seconds from the start until the program has written a text; None if it ends or takes too long."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if text.encode() in self.written:
                return time.perf_counter() - self.started
            if self._read(0.02) is None:
                return None
        return None

    def press(self, key: str, quiet: float = 0.15) -> float:
        """Seconds from a key until the last byte of the repaint; the screen has settled after `quiet` seconds."""
        while self._read(quiet):
            pass
        sent = last = time.perf_counter()
        os.write(self._terminal, key.encode())
        while self._read(quiet):
            last = time.perf_counter()
        return last - sent

    def type(self, keys: str, wait: float) -> bool:
        """Write keys, and take what comes of them within some seconds; False where the program has ended."""
        try:
            os.write(self._terminal, keys.encode())
        except OSError:
            return False
        read = self._read(wait)
        while read:
            read = self._read(0.005)
        return read is not None

    def memory(self) -> float:
        """What the program holds in memory now, in MiB."""
        status = Path(f"/proc/{self._child}/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def _read(self, seconds: float) -> bool | None:
        """Take what the program writes within some seconds; False where it is silent, None where it has ended."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self._terminal, 65536)
        except OSError:
            return None
        self.written += part
        for question, answer in ANSWERS.items():
            if question in part:
                os.write(self._terminal, answer)
        return True
