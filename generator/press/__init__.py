"""The press: sets pages into their shells, and writes only those that changed.

A page whose fingerprint is known is linked from the previous site and neither rendered nor
written. The others are rendered and written batch by batch, here or on any executor whose workers
reach the same folder. Views are built one by one, so memory does not grow with the archive.
"""

from generator.press.run import Pressed, Previous, Progress, press
from generator.press.sheet import PageFacts, Printing, render, render_head

__all__ = [
    "PageFacts",
    "Pressed",
    "Previous",
    "Printing",
    "Progress",
    "press",
    "render",
    "render_head",
]
