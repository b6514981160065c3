from reader.analysis.findings import Actor, ActorKind
from reader.filtering import Filter, sift
from reader.listing import Listing

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("ann", "Ann Lee", ActorKind.PERSON, "NO"),
        Actor("bo", "Bo Ek", ActorKind.PERSON),
        Actor("norway", "Norway", ActorKind.COUNTRY, "NO"),
    )
}
COUNTS = {"ann": 2, "bo": 5, "norway": 1}


def listed(listing: Listing, query: str = "", counts=COUNTS):
    shown = sift(ACTORS.values(), Filter(query=query))
    sections = listing.sections(ACTORS, shown, lambda key: counts[key])
    return [(s.kind, s.folded, [(row.actor.id, row.number) for row in s.rows]) for s in sections]


def test_rows_keep_their_order_until_the_list_settles():
    listing = Listing()
    listing.follow(ACTORS)
    assert listed(listing)[0][2] == [("ann", 1), ("bo", 2)]
    listing.settle(lambda key: COUNTS[key])
    assert listed(listing)[0][2] == [("bo", 1), ("ann", 2)]


def test_rows_move_when_twice_as_much_was_found_and_when_all_was():
    listing = Listing()
    listing.follow(ACTORS)
    weights = dict(COUNTS)

    def first(found: int | None) -> str:
        listing.settle(weights.__getitem__, found)
        return listed(listing)[0][2][0][0]

    assert first(10) == "bo"
    weights["ann"] = 99
    assert [first(11), first(19), first(20)] == ["bo", "bo", "ann"]
    weights["bo"] = 100
    assert [first(39), first(None)] == ["ann", "bo"]


def test_a_folded_section_keeps_its_header_and_gives_its_keys_away():
    listing = Listing()
    listing.follow(ACTORS)
    assert listing.fold(ActorKind.PERSON)
    assert listed(listing) == [
        (ActorKind.PERSON, True, [("ann", None), ("bo", None)]),
        (ActorKind.COUNTRY, False, [("norway", 1)]),
    ]
    assert not listing.fold(ActorKind.PERSON)


def test_who_belongs_to_the_country_sought_stands_below_it():
    listing = Listing()
    listing.follow(ACTORS)
    assert listed(listing, "norway") == [
        (ActorKind.COUNTRY, False, [("norway", 1)]),
        (None, False, [("ann", 2)]),
    ]


def test_who_is_not_named_stands_below_the_named_and_has_no_key():
    listing = Listing()
    woman = Actor("a-woman", "a woman", ActorKind.PERSON, named=False)
    actors = {woman.id: woman, **ACTORS}
    listing.follow(actors)
    sections = listing.sections(actors, sift(actors.values(), Filter()), lambda key: 1)
    rows = [(row.actor.id, row.number) for section in sections for row in section.rows]
    assert rows == [("ann", 1), ("bo", 2), ("a-woman", None), ("norway", 3)]


def test_who_does_not_count_has_no_row():
    listing = Listing()
    listing.follow(ACTORS)
    assert listed(listing, counts={"ann": 0, "bo": 0, "norway": 1})[0][0] is ActorKind.COUNTRY


def test_the_tenth_row_has_no_key():
    many = {str(n): Actor(str(n), f"Name {n}", ActorKind.PERSON) for n in range(11)}
    listing = Listing()
    listing.follow(many)
    (section,) = listing.sections(many, sift(many.values(), Filter()), lambda key: 1)
    assert [row.number for row in section.rows] == [*range(1, 10), None, None]
