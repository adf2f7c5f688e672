"""The words residents read: made from the same data as the badge, so they cannot contradict it.

`days` says dates, times and numbers; `badges` holds the words, shapes and tones of every status;
`names` says who and `places` where; `answers` what was answered and `deadlines` by when something
was promised and is due; `story` tells each event; `meaning` says what a status means and
`next_step` what is next, both from a `telling`; `sittings` says what a whole session is.
"""
