"""What Markdown leaves out of the editorial pages, and a reader who cannot see needs."""

import re

_PLACE = re.compile(
    r'<h[1-6][^>]* id="(?P<heading>[^"]+)"|<table>|<th(?=[ >])|<pre><code'
    r"|(?P<picture><img [^>]*?) ?/>"
)


def within_reach(content: str) -> str:
    """Mend the HTML of an editorial page.

    Tables are named after the heading above them and their heads say what they are heads of; the
    keyboard comes to examples, which are moved sideways where a screen is narrow. A picture ends as
    pictures do in HTML.
    """
    heading = ""

    def mended(place: re.Match[str]) -> str:
        nonlocal heading
        heading = place["heading"] or heading
        if place["picture"]:
            return f"{place['picture']}>"
        match place[0]:
            case "<table>" if heading:
                return f'<table aria-labelledby="{heading}">'
            case "<th":
                return '<th scope="col"'
            case "<pre><code":
                return '<pre><code tabindex="0"'
        return place[0]

    return _PLACE.sub(mended, content)
