"""Decides what the picture of the body says: the names of its places, where they lead, and what hurts now."""

from collections.abc import Sequence
from urllib.parse import urlencode

from legday.actions.pain_trend import PainTrend
from legday.model.sets import Side
from legday.web.wording import Wording
from legday.writing.pictures import PlacePicture, PlaceWords


def places_picture(
    words: Wording, trends: Sequence[PainTrend], *, chosen: tuple[str, Side] | None
) -> PlacePicture:
    """The body to tap, with the number last said of each place that hurts."""

    def name(place: str, side: Side) -> str:
        told = words.say(f"place.{place}")
        return f"{told}, {words.say(f'body.tap.{side.value}')}"

    def address(place: str, side: Side) -> str:
        return f"/body?{urlencode({'place': place, 'side': side.value})}#pain"

    return PlacePicture(
        words=PlaceWords(
            title=words.say("body.tap.title"),
            front=words.say("body.tap.front"),
            back=words.say("body.tap.back"),
            sides={side: words.say(f"body.sides.{side.value}") for side in Side},
        ),
        name=name,
        address=address,
        hurts={(one.place, one.side): one.reports[-1].score for one in trends},
        chosen=chosen,
    )
