"""How sets are brought to one convention, and the articles made up for training."""

import random

import pytest

from tests.training.test_data import sentence, shown
from training.augment import Variation, written
from training.conventions import harmonise
from training.corpora import Document
from training.repair import cut
from training.scenes import Scenes
from training.spans import to_spans


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("the Republicans/B-NORP won", "the Republicans/B-ORG won"),
        ("the White/B-ORG House/I-ORG said", "the White/B-LOC House/I-LOC said"),
        ("the Bundesliga/B-ORG began", "the Bundesliga began"),
        ("a Peace/B-ORG Treaty/I-ORG of sorts", "a Peace Treaty of sorts"),
        ("told Reuters", "told Reuters/B-ORG"),
        ("French/B-NORP troops left Mali/B-GPE", "French/B-NORP troops left Mali/B-GPE"),
    ],
)
def test_what_corpora_label_differently_is_labelled_alike(given, wanted):
    assert shown(harmonise(sentence(given))) == wanted


def test_a_country_is_a_team_where_it_plays_and_a_place_where_a_game_is():
    found = harmonise(sentence("India/B-GPE beat Kenya/B-GPE by five wickets in Oman/B-GPE"))
    assert shown(found) == "India/B-ORG beat Kenya/B-ORG by five wickets in Oman/B-GPE"


def test_a_label_that_cannot_be_trusted_is_left_out():
    found = harmonise(sentence("the semifinals : Ghana/B-GPE"))
    assert found.ner == ["O", "O", "O", "?"]


def test_every_slot_of_every_scene_can_be_filled():
    scenes, chance = Scenes(), random.Random(1)
    for lines in scenes.scenes:
        given: dict[str, tuple[str, str]] = {}
        for line in lines:
            found = scenes.sentence(line, given, chance)
            assert len(found.words) == len(found.ner)
            assert not any("{" in word or "}" in word for word in found.words)


def test_a_numbered_name_returns_in_its_article():
    scenes, chance, given = Scenes(), random.Random(1), {}
    first = scenes.sentence("{club1} beat {club2} .", given, chance)
    second = scenes.sentence("{club2} lost to {club1} .", given, chance)
    one, two = ([each.words[s:e] for s, e, _ in to_spans(each.ner)] for each in (first, second))
    assert one == two[::-1]


def test_competitions_and_treaties_are_no_names_in_a_scene():
    found = Scenes().sentence("{country} left the {treaty} .", {}, random.Random(1))
    assert {span.label for span in to_spans(found.ner)} == {"GPE"}


def test_an_organisation_is_changed_for_another_of_its_kind_or_a_lent_one():
    vary = Variation([Document("redocred", [sentence("Ford/B-ORG")])])
    found = {
        " ".join(vary.swap_names([sentence("Reuters/B-ORG said")], random.Random(seed))[0].words[:-1])
        for seed in range(40)
    }
    assert len(found) > 5
    agencies = (name.split() for name in written()["organisations"]["agency"])
    assert found <= {"Ford", *(" ".join(part for word in name for part in cut(word)) for name in agencies)}
