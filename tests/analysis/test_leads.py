"""A lead about somebody whom only the next paragraph names."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast


def of(nlp: Language, text: str, actor: str) -> list[str]:
    """The mentions of an actor in a text."""
    return [text[m.start : m.end] for m in Cast().read(nlp(text)).mentions if m.actor == actor]


@pytest.mark.parametrize(
    ("lead", "body", "actor", "words"),
    [
        (
            "Jail for driver\n\nA lorry driver who fell asleep at the wheel was jailed on Tuesday.",
            "Jan Holt, 34, of Leeds, told the court that he was sorry.",
            "jan-holt",
            "A lorry driver",
        ),
        (
            "The mother of one of the missing children has not slept for a week.",
            "Mariam Haidara, 38, sits at the gate of the school.",
            "mariam-haidara",
            "The mother of one",
        ),
        (
            "A police officer told the BBC how she had learned from a stranger that her son was alive.",
            "Mariam Haidara, 38, sits at the gate of the school.",
            "mariam-haidara",
            "she",
        ),
        (
            "A prosecution witness told the court on Tuesday how cash came to Ibrahim Sarki, a governor.",
            "Comfort Adeyemi, a former branch manager, testified as the fourth witness against Mr Sarki.",
            "comfort-adeyemi",
            "A prosecution witness",
        ),
        (
            "MUNICH — The director of a small museum in Germany resigned on Monday after a theft.",
            "Annelie Brandstetter, 54, who has led the museum since 2017, said that she was sorry.",
            "annelie-brandstetter",
            "The director of a small museum",
        ),
        (
            "The clinic in Oslo has said sorry to the family of a 29-year-old teacher who died in June.",
            "Karin Lund, from Bergen, had waited all night.",
            "karin-lund",
            "a 29-year-old teacher",
        ),
        (
            "On the first day of school, a small boy hung up his bag and stopped talking.",
            "By the time Nils turned seven, nobody had heard him say a word.",
            "nils",
            "a small boy",
        ),
        (
            "President Ada Falk dismissed Peru’s economy minister on Monday.",
            "Rosa Quiroga, a former banker, heard of it from a neighbour.",
            "rosa-quiroga",
            "Peru’s economy minister",
        ),
        (
            "The club has suspended the president of the Football Association for a year.",
            "Ola Vik, 59, denies that he took the money.",
            "ola-vik",
            "the president of the Football Association",
        ),
        (
            "The chief engineer of a ferry company in Bergen said on Thursday that she was sorry.",
            "“I was asleep,” Andrea Lund told a committee. “I did not hear it.”",
            "andrea-lund",
            "The chief engineer of a ferry company",
        ),
        (
            "Bank boss quits\n\nThe chief executive of a bank in Oslo resigned on Friday, a week after "
            "one of its clerks accused him of theft.",
            "Tor Lunde, who had run it since 2009, said that he was sorry. “The boss wept,” a clerk said.",
            "tor-lunde",
            "The boss",
        ),
        (
            "Rebels in Congo released 14 people on Sunday, among them a German doctor.",
            "Jana Roth, a 38-year-old surgeon, was well.",
            "jana-roth",
            "a German doctor",
        ),
        (
            "Teacher sent two warnings\n\nA teacher in Leeds had warned of a crack in the ceiling.",
            "Hannah Holt, 34, wrote to the council in May.",
            "hannah-holt",
            "Teacher",
        ),
    ],
)
def test_who_is_named_first_is_whom_the_lead_was_about(
    nlp: Language, lead: str, body: str, actor: str, words: str
) -> None:
    assert words in of(nlp, f"{lead}\n\n{body}", actor)


@pytest.mark.parametrize(
    ("lead", "body", "actor"),
    [
        ("A woman was killed by a bus in Oslo on Monday.", "Nils Berg, 47, drove it.", "nils-berg"),
        ("A judge freed the captain on Friday.", "Ola Vik, 51, had been held since June.", "ola-vik"),
        ("A bus killed a 29-year-old teacher.", "Ola Vik, a spokesman for the line, was sorry.", "ola-vik"),
        ("A fisherman drowned on Friday.", "Inspector Ola Vik said so.", "ola-vik"),
        ("A fisherman drowned on Friday.", "Ola Vik, 51, a diver, had found the boat.", "ola-vik"),
        ("An engineer warned the council in May.", "Ola Vik, who read the letter, was sorry.", "ola-vik"),
        ("A witness accused Ola Vik, a governor, on Friday.", "Mr Vik, 51, denied it.", "ola-vik"),
    ],
)
def test_somebody_else_may_be_named_first(nlp: Language, lead: str, body: str, actor: str) -> None:
    assert not [words for words in of(nlp, f"{lead}\n\n{body}", actor) if words.startswith("A ")]


def test_who_keeps_the_name_back_is_nobody_named_below(nlp: Language) -> None:
    text = (
        "A night nurse wept as she read the messages, a jury heard on Wednesday.\n\n"
        "The nurse, who cannot be named, told the court that she had called a doctor.\n\n"
        "Mia Holm, 31, of Leeds, denies the charge.\n"
    )
    assert of(nlp, text, "mia-holm") == ["Mia Holm"]
