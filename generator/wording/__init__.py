"""The words residents read: made from the same data as the badge, so they cannot contradict it.

`days` says dates, times and numbers; `badges` holds the words, shapes and tones of every status;
`names` says who; `meaning` says what a status means and what is next; `story` tells each event;
`deadlines` says by when something was promised and is due; `sittings` says what a whole session is.
"""
