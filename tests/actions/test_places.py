"""Places, by the part of the body."""

from legday.actions.places import REGIONS, places
from legday.catalogue.reader import read_catalogue
from legday.web.wording import wordings


def test_every_place_that_can_hurt_stands_in_one_region_and_has_a_name_in_every_language():
    listed = [place for region in REGIONS.values() for place in region]
    assert sorted(listed) == sorted(places(read_catalogue()))
    for words in wordings().values():
        assert [place for place in listed if f"place.{place}" not in words.texts] == []
