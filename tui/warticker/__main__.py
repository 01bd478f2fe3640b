"""Lets `python -m warticker` do what `warticker` does."""

from warticker.cli import main

if __name__ == "__main__":
    main()
