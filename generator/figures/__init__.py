"""Honest numbers: what is counted, out of how many, over which sessions, and what is left out.

`tally` counts concerns by family, side by side and never together; `shares` are a part of a whole
over a period; `waits` say how long word took, those still waiting included; `activity` counts what
was held, which is no result.
"""

from generator.figures.activity import Activity, Sitting, activity, reported, sitting
from generator.figures.shares import LEAST, Period, Share, period_of
from generator.figures.tally import Tally, family, tally
from generator.figures.waits import Wait, to_first_word, to_the_end

__all__ = [
    "LEAST",
    "Activity",
    "Period",
    "Share",
    "Sitting",
    "Tally",
    "Wait",
    "activity",
    "family",
    "period_of",
    "reported",
    "sitting",
    "tally",
    "to_first_word",
    "to_the_end",
]
