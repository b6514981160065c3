"""Words in the names of organisations, places and things, and what bodies are called."""

from dataclasses import dataclass
from functools import cache

from reader.analysis.lexicon.resources import table, turned


@dataclass(frozen=True)
class Organisations:
    """``data/organisations.toml``."""

    bodies: frozenset[str]
    sites: frozenset[str]  # of the bodies, those that are places too
    state_bodies: frozenset[str]
    chambers: frozenset[str]  # names as soon as they have a capital: "the House"
    places: frozenset[str]
    lands: frozenset[str]  # "of" a place: "the town of Huye"
    named_lands: frozenset[str]  # behind the name of one: "Henan province"
    floods: frozenset[str]  # verbs of rivers
    things: frozenset[str]
    for_the: frozenset[str]  # bodies whose names may go on with "for the"
    heads: frozenset[str]  # of names that go on with "of", besides bodies
    trades: frozenset[str]  # end names of firms
    run_by: frozenset[str]  # what only a firm has
    staff: frozenset[str]  # behind the name of a firm: "Haribo shares"
    employed: frozenset[str]  # who is at a firm
    working: frozenset[str]  # what one does for it
    rivers: frozenset[str]
    outlets: frozenset[str]
    agencies: frozenset[str]  # letters
    owned: frozenset[str]  # firms that end in "'s"
    like_people: frozenset[str]
    vessels: frozenset[str]
    ship_letters: frozenset[str]  # "HMS"
    diseases: frozenset[str]  # after whom they are called
    mastheads: frozenset[str]  # end names of papers
    with_article: dict[str, str]  # places: "The Hague"
    landforms: frozenset[str]  # left out behind an article: "the Tigris"
    clubs: frozenset[str]  # called like people
    partisans: frozenset[str]  # people called like their party
    wings: frozenset[str]  # of parties, in brackets
    spelt: dict[str, str]  # word -> how it is compared
    same: dict[str, str]  # what else a body is called -> its name
    short: dict[str, tuple[str, ...]]  # name -> what else it is called once it was named
    parliaments: dict[str, str]  # name -> code of the country
    parties: dict[str, str]  # what else a party is called -> its name
    legal: frozenset[str]
    named_after: frozenset[str]
    nominals: frozenset[str]
    nominal_of: dict[str, str]  # last word of a name -> what it is called
    nominal_at_first: dict[str, str]  # first word of a name -> what it is called
    also_called: dict[str, frozenset[str]]  # noun -> nouns of which each may be called so: "lender" -> "bank"
    known: dict[str, frozenset[str]]  # names that don't tell what they are, and what they are called
    loose: frozenset[str]  # nominals for a body of which nothing is known
    sights: frozenset[str]  # of the places, those that one is called by
    homelands: frozenset[str]  # nouns for one country
    never: frozenset[str]


@cache
def organisations() -> Organisations:
    """Words in the names of organisations, places and things."""
    data = table("organisations.toml")
    return Organisations(
        bodies=frozenset(data["bodies"]),
        sites=frozenset(data["sites"]),
        state_bodies=frozenset(data["state_bodies"]),
        chambers=frozenset(data["chambers"]),
        places=frozenset(data["places"]),
        lands=frozenset(data["lands"]),
        named_lands=frozenset(data["named_lands"]),
        staff=frozenset(data["staff"]),
        floods=frozenset(data["floods"]),
        things=frozenset(data["things"]),
        for_the=frozenset(data["for_the"]),
        heads=frozenset(data["heads"]),
        trades=frozenset(data["trades"]),
        run_by=frozenset(data["run_by"]),
        employed=frozenset(data["employed"]),
        working=frozenset(data["working"]),
        rivers=frozenset(data["rivers"]),
        outlets=frozenset(data["outlets"]),
        agencies=frozenset(data["agencies"]),
        owned=frozenset(data["owned"]),
        like_people=frozenset(data["like_people"]),
        vessels=frozenset(data["vessels"]),
        ship_letters=frozenset(data["ship_letters"]),
        diseases=frozenset(data["diseases"]),
        mastheads=frozenset(data["mastheads"]),
        with_article={name.removeprefix("The "): name for name in data["with_article"]},
        landforms=frozenset(data["landforms"]),
        clubs=frozenset(data["clubs"]),
        partisans=frozenset(data["partisans"]),
        wings=frozenset(data["wings"]),
        spelt=data["spelt"],
        same={other: name for name, others in data["same"].items() for other in others},
        short={name: tuple(others) for name, others in data["short"].items()},
        parliaments={name: code for code, names in data["parliaments"].items() for name in names},
        parties={other: name for name, others in data["parties"].items() for other in others},
        legal=frozenset(data["legal"]),
        named_after=frozenset(data["named_after"]),
        nominals=frozenset(data["nominals"]),
        nominal_of={word: name for name, words in data["nominal_of"].items() for word in words},
        nominal_at_first={word: name for name, words in data["nominal_at_first"].items() for word in words},
        also_called={noun: frozenset(words) for noun, words in data["also_called"].items()},
        known=turned(data["known"]),
        loose=frozenset(data["loose"]),
        sights=frozenset(data["sights"]),
        homelands=frozenset(data["homelands"]),
        never=frozenset(data["never"]["words"]),
    )
