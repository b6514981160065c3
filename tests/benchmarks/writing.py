"""Articles of any length for benchmarks, with names and quotes as thick as in news."""

import random

#: What every one starts with.
FIRST_WORDS = "Harbour Town Votes"


def article(words: int) -> str:
    """Make an article of so many words, with names and quotes as thick as in news; the same every time."""
    dice = random.Random(words)
    first = ["Ingrid", "Tomas", "Amara", "Pavel", "Lucía", "Kenji", "Fatima", "Oskar", "Nadia", "Samuel"]
    last = ["Solheim", "Okoye", "Petrov", "Marchetti", "Tanaka", "Haddad", "Lindqvist", "Moreau", "Castro"]
    people = [
        f"{one} {initial}. {other}" for initial in "ABCDEFGHJKLMNPRST" for one in first for other in last
    ]
    dice.shuffle(people)
    cast = people[: max(5, words // 700)]  # few of whom are named often, and most seldom
    places = [
        "Norway",
        "Japan",
        "Brazil",
        "Kenya",
        "Oslo",
        "Geneva",
        "the Transport Ministry",
        "the Ferry Union",
    ]
    bodies = [
        "“{We} will not sign anything,” said {name} of {place}, “before the engine has been paid for.”",
        "{name}, who had come from {place}, told the council that the boat had crossed the sound since 1911.",
        "The delegation from {place} left early; nobody could say whether {name} had been asked to stay.",
        "“That is for {place} to decide,” {name} said on Tuesday. The vote was put off until the autumn.",
    ]
    paragraphs = ["Harbour Town Votes to Keep Its Ferry"]
    count = 7
    while count < words:
        sentences = [
            dice.choice(bodies).format(
                We=dice.choice(["We", "They"]),
                name=cast[int(dice.paretovariate(0.5)) % len(cast)],
                place=dice.choice(places),
            )
            for _ in range(dice.randint(1, 4))
        ]
        paragraphs.append(" ".join(sentences))
        count += paragraphs[-1].count(" ") + 1
    return "\n\n".join(paragraphs) + "\n"
