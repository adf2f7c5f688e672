"""What is remembered is told apart by which objects it was found for, and never piles up."""

import pickle

from generator.remembered import remembered
from generator.value import value


@value
class Pair:
    """Two words."""

    left: str
    right: str = ""


def test_equal_objects_are_asked_each_for_itself_and_the_same_one_once() -> None:
    asked: list[Pair] = []

    @remembered(10)
    def joined(one: Pair) -> str:
        asked.append(one)
        return one.left + one.right

    first, second = Pair("a", "b"), Pair("a", "b")
    assert [joined(one) for one in (first, second, first, second)] == ["ab"] * 4
    assert [id(one) for one in asked] == [id(first), id(second)]


def test_nothing_is_ever_said_of_another_object_that_took_the_place_of_one_that_is_gone() -> None:
    @remembered(1_000)
    def left(one: Pair) -> str:
        return one.left

    assert all(left(Pair(str(number))) == str(number) for number in range(500))


def test_no_more_is_remembered_than_was_asked_for() -> None:
    found = 0

    @remembered(2)
    def count(_one: Pair) -> int:
        nonlocal found
        found += 1
        return found

    pairs = [Pair(str(number)) for number in range(3)]
    assert [count(one) for one in (*pairs, pairs[2], pairs[0])] == [1, 2, 3, 3, 4]


def test_a_value_equals_its_like_can_be_a_key_and_be_sent() -> None:
    assert Pair("a") == Pair("a", "") != Pair("b")
    assert {Pair("a"): 1}[Pair("a", "")] == 1
    assert pickle.loads(pickle.dumps(Pair("a", "b"))) == Pair("a", "b")
