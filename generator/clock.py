"""What day it is: read here, by the two front doors only, and handed on from there."""

import os
from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.errors import SettingsError
from generator.language import _

SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH"


def today_in(zone: str, environment: Mapping[str, str] = os.environ) -> date:
    """Give the day in a time zone (`Asia/Jakarta`).

    `SOURCE_DATE_EPOCH`, in seconds, stands in for the clock where it is set
    (https://reproducible-builds.org/specs/source-date-epoch/). Raises `SettingsError` when it is
    no number or the zone is unknown.
    """
    try:
        place = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            _("Zona waktu `{zone}` tidak dikenal; tulis misalnya Asia/Jakarta.").format(zone=zone)
        ) from error
    given = environment.get(SOURCE_DATE_EPOCH)
    if given is None:
        return datetime.now(place).date()
    try:
        return datetime.fromtimestamp(int(given), UTC).astimezone(place).date()
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(
            _("{name} harus berupa jumlah detik, bukan `{given}`.").format(
                name=SOURCE_DATE_EPOCH, given=given
            )
        ) from error
