"""What `make mutation` puts in place of a function is what runs, wherever it was imported."""

import sys

import pytest

from mutants import function_of, mutants_of

SOURCE = """
class Shelf:
    def __init__(self, weights):
        self.weights = weights

    def top(self):
        return max(self.weights) + 1

    @classmethod
    def of(cls, first):
        return cls([first, first + 2])


def heavier(weight, *, by=3, times=1):
    return weight + by * times
"""


@pytest.fixture
def changed(tmp_path, monkeypatch):
    path = tmp_path / "shelf_of_weights.py"
    path.write_text(SOURCE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, path.stem, raising=False)
    yield __import__(path.stem), list(mutants_of(path, path.stem))
    sys.modules.pop(path.stem, None)


def test_every_change_of_a_function_gives_another_answer_where_it_was_imported(changed):
    module, mutants = changed
    heavier = module.heavier
    answers = {}
    for one in mutants:
        if one.function == "heavier":
            one.take_place()
            answers[one.number] = heavier(10)
    assert answers == {1: 14, 2: 16, 3: 7, 4: 13}


def test_methods_change_for_objects_that_are_there_already(changed):
    module, mutants = changed
    shelf = module.Shelf([5])
    next(one for one in mutants if one.function == "Shelf.top" and "+ 2" in one.difference()).take_place()
    next(
        one for one in mutants if one.function == "Shelf.of" and "first + 3" in one.difference()
    ).take_place()
    assert (shelf.top(), module.Shelf.of(1).weights) == (7, [1, 4])


def test_a_name_that_is_no_function_is_told(changed):
    module, _ = changed
    with pytest.raises(KeyError, match="lighter"):
        function_of(module, "lighter")
