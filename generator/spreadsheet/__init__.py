"""The recap units already keep, as records: a workbook or a table read, tried out, and written.

`importing` tells the story. `package`, `workbook` and `csv_table` read files into `cells`;
`columns` are the model's fields with their headings, found in a sheet by `layout`; `values` undo
what spreadsheets do to dates and numbers; `drafts` make `parts` of records of rows; `sessions`,
`additions` and `follow_ups` find out which are new and gather them in a `plan`; `places` leads
from a finding back to its cell. `template` makes the workbook to fill in, `report` says what an
import would do.
"""

from generator.spreadsheet.cells import CannotRead
from generator.spreadsheet.importing import Import, prepare
from generator.spreadsheet.report import lines
from generator.spreadsheet.template import template

__all__ = ["CannotRead", "Import", "lines", "prepare", "template"]
