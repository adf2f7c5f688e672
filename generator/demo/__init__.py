"""A demo: a whole project about places that do not exist, for trying out, tests and timing."""

from generator.demo.desk import DAY
from generator.demo.project import make_project
from generator.demo.records import Counts, write_records

__all__ = ["DAY", "Counts", "make_project", "write_records"]
