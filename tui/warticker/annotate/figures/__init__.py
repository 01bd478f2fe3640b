"""Numbers, and what they count.

`quantities` reads the numbers that could count something, with their scales and bounds (mindestens 3 Milliarden), and
leaves out times, dates and ages. `mentions` finds what each counts: behind it, before it, or in another sentence.
"""
