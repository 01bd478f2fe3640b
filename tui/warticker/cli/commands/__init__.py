"""The commands, their arguments and their help, a module for each thing that one can want.

Each module enters its commands into the group; what a command needs is imported when it runs.
"""

from warticker.cli.commands import following, keeping, reading
from warticker.cli.commands.group import warticker

__all__ = ["following", "keeping", "reading", "warticker"]
