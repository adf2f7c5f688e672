"""The press: sets pages into their shells, and writes only those that changed.

Where nothing has changed that pages tell of, all are linked from the previous site unread. Else
every page is rendered, and one that comes out byte for byte as it was is linked and not written.
That is done batch by batch, here or on any executor whose workers reach the same folder. Views are
built one by one, so memory does not grow with the archive.
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
