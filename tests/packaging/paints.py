"""Starts an installed program on a terminal and waits until it has painted: python paints.py PROGRAM [TEXT].

Ends with status 0 once TEXT (by default `warticker`) is on the terminal, else with 1.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.terminal import Terminal

if __name__ == "__main__":
    program, text = sys.argv[1], (sys.argv[2:] or ["warticker"])[0]
    with Terminal([program]) as shown:
        if (seconds := shown.wait_for(text)) is None:
            sys.exit(f"{program} did not paint {text!r}")
    print(f"{program} painted after {seconds:.2f} s")
