from dataclasses import replace

from reader.analysis.findings import Actor, ActorKind, Findings, Mention, MentionForm, Span, Tie
from reader.analysis.stage import Stage
from reader.article import Article, Link, Paragraph
from reader.card import card
from tests.staging import staged


def putin(up_to=None):
    article, findings = staged()
    stage = Stage()
    stage.apply(findings)
    return card(article, stage, stage.actors["putin"], up_to), article


def test_a_card_counts_the_names_used_and_the_forms():
    made, _ = putin()
    assert dict(made.names) == {"Mr. Putin": 2, "Vladimir Putin": 1}
    assert dict(made.forms) == {MentionForm.NAME: 3, MentionForm.PRONOUN: 2}


def test_a_description_is_one_wherever_it_stands_in_its_sentence():
    text = "The captain left. Everybody asked the captain. Russia's captain, The Sea Wolf, said nothing."
    words = {"The captain": False, "the captain": False, "Russia's captain": False, "The Sea Wolf": True}
    mentions = [
        Mention(
            at := text.index(each),
            at + len(each),
            "wolf",
            MentionForm.NAME if named else MentionForm.NOMINAL,
        )
        for each, named in words.items()
    ]
    article = Article(text, (Paragraph(0, len(text)),))
    wolf = Actor("wolf", "The Sea Wolf", ActorKind.PERSON)
    stage = Stage()
    stage.apply(Findings(article.key, 1, 1, actors=(wolf,), mentions=tuple(mentions)))
    made = card(article, stage, wolf)
    assert dict(made.names) == {"the captain": 2, "Russia's captain": 1, "The Sea Wolf": 1}


def test_a_card_shows_the_first_and_the_last_mention_with_their_paragraphs():
    made, _ = putin()
    assert (made.first.paragraph, made.last.paragraph) == (1, 5)
    assert "Mr. Putin of Russia met" in made.first.words


def test_a_card_has_the_links_that_its_mentions_stand_in():
    article, findings = staged()
    at = article.text.index("Mr. Putin said")
    links = (Link(at, at + 14, "https://example.org/a"), Link(0, 3, "https://example.org/b"))
    stage = Stage()
    stage.apply(findings)
    assert card(replace(article, links=links), stage, stage.actors["putin"]).links == links[:1]


def test_neighbours_are_those_that_share_paragraphs():
    made, _ = putin()
    assert {actor.id for actor, _ in made.neighbours} == {"russia", "kim", "pyongyang"}


def test_the_two_leaders_are_no_neighbours_of_one_of_them():
    article, findings = staged()
    leaders = Actor("leaders", "Putin and Kim", ActorKind.GROUP)
    start = article.text.index("Mr. Putin of Russia")
    both = Mention(start, start + 3, "leaders", MentionForm.NOMINAL)
    stage = Stage()
    stage.apply(findings._replace(actors=(*findings.actors, leaders), mentions=(*findings.mentions, both)))
    made = card(article, stage, stage.actors["putin"])
    assert {actor.id for actor, _ in made.neighbours} == {"russia", "kim", "pyongyang"}


def test_a_card_says_why_an_actor_is_tied_to_a_country():
    article, findings = staged()
    start = article.text.index("Mr. Putin of Russia")
    tie = Tie("russia", Span(start, start + len("Mr. Putin of Russia")))
    tied = tuple(each._replace(ties=(tie,)) if each.id == "putin" else each for each in findings.actors)
    stage = Stage()
    stage.apply(findings._replace(actors=tied))
    ((russia, why),) = card(article, stage, stage.actors["putin"]).ties
    assert (russia.id, why.words, why.paragraph) == ("russia", "Mr. Putin of Russia", 1)
    ((putin_, _),) = card(article, stage, stage.actors["russia"]).ties
    assert putin_.id == "putin"


def test_a_card_tells_nothing_of_what_lies_ahead():
    _, article = putin()
    made, _ = putin(up_to=article.text.index("“This"))
    assert dict(made.names) == {"Mr. Putin": 1}
    assert made.quotes == ()
    assert made.last is None
