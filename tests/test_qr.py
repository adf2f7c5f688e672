"""Our QR codes are those of the library, square by square."""

import random
import re

import pytest
import segno

from generator.qr import QUIET, QrCode, qr

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-./:"


def drawn_by_the_library(address: str) -> QrCode:
    matrix = segno.make_qr(address, error="m", mask=3, boost_error=False).matrix
    path = "".join(
        f"M{QUIET + run.start()} {QUIET + number}.5h{run.end() - run.start()}"
        for number, row in enumerate(matrix)
        for run in re.finditer(b"\x01+", bytes(row))
    )
    return QrCode(len(matrix) + 2 * QUIET, path)


@pytest.mark.parametrize("length", range(1, 200, 3))
def test_an_address_of_any_length_is_drawn_as_the_library_draws_it(length: int) -> None:
    letters = random.Random(length).choices(LETTERS, k=length)
    address = "".join(letters)
    assert qr(address) == drawn_by_the_library(address)


@pytest.mark.parametrize(
    "address", ["https://contoh.id/désa/", "HTTPS://CONTOH.ID", "0215550100", "a" * 180, "a" * 181]
)
def test_what_is_better_written_in_another_way_is_left_to_the_library(address: str) -> None:
    assert qr(address) == drawn_by_the_library(address)
