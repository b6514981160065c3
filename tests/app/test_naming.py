import pytest

from reader.analysis.findings import Actor, ActorKind
from reader.app.naming import called

PUTIN = Actor("p", "Vladimir V. Putin", ActorKind.PERSON, aliases=("Mr. Putin", "Putin", "President Putin"))
STATES = Actor("us", "United States", ActorKind.COUNTRY, "US", aliases=("Washington", "U.S.", "American"))
BODY = Actor("b", "Nuclear Safety Authority", ActorKind.ORGANISATION)


@pytest.mark.parametrize(
    ("actor", "width", "name"),
    [
        (PUTIN, 17, "Vladimir V. Putin"),
        (PUTIN, 16, "President Putin"),
        (PUTIN, 12, "Mr. Putin"),
        (PUTIN, 4, "Vla…"),
        (STATES, 13, "United States"),
        (STATES, 12, "U.S."),
        (BODY, 12, "Nuclear Saf…"),
    ],
)
def test_an_actor_is_called_by_the_longest_name_there_is_room_for(actor, width, name):
    assert called(actor, width) == name
