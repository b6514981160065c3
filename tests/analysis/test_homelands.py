"""Which country "the country" is, which body "the Italian company", which place "the hospital"."""

import pytest
from spacy.language import Language

from reader.analysis.cast.actors import Cast
from reader.analysis.findings import MentionForm


def told(nlp: Language, text: str) -> dict[str, str]:
    mentions = Cast().read(nlp(text)).mentions
    return {text[m.start : m.end]: m.actor for m in mentions if m.form is MentionForm.NOMINAL}


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Poland and Kenya signed it. Cairo has its own reasons to wait. The country has lost money.\n",
            *("The country", "egypt"),
        ),
        (
            "Nepal votes on Sunday. Nepal has had ten governments, and Nepal’s parties are many. Men from "
            "Nepal work in Qatar.\n\nThe queues reached the end of the country.\n",
            *("the country", "nepal"),
        ),
        (
            "Nepal votes on Sunday. Nepal has had ten governments, and Nepal’s parties are many. Men from "
            "Nepal work in Qatar.\n\nThe queues stretched over the whole country.\n",
            *("the whole country", "nepal"),
        ),
        (
            "Nepal votes on Sunday. Men from Nepal work in Qatar, and that country needs them.\n",
            "that country",
            "qatar",
        ),
        (
            "The pumps came from its Chinese rival Nimbus Corp. The Chinese company had no comment.\n",
            "The Chinese company",
            "nimbus-corp",
        ),
        (
            "Ann Lee died at St Bride’s Hospital in Leeds. Nobody at the hospital would talk.\n",
            "the hospital",
            "st-bride-s-hospital",
        ),
        (
            "Ann Lee swam to Horn Island on Monday. There is no road on the island.\n",
            "the island",
            "horn-island",
        ),
        (
            "Tusk Records, the band’s label since 2014, shut. What the label did not say was why.\n",
            "the label",
            "tusk-records",
        ),
    ],
)
def test_what_was_named_is_told_by_its_sort(nlp: Language, text: str, words: str, actor: str) -> None:
    assert told(nlp, text)[words] == actor


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee flew from Nepal to Qatar and on to Kenya. There was snow all over the country.\n",
        "Ann Lee reads Le Monde. She told the Dutch newspaper NRC Handelsblad so.\n",
        "Ann Lee joined Tarn in May. Tarn was new. The band I play in is better.\n",
        "Ann Lee died at St Bride’s Hospital, Bo Ek at St Mary’s Hospital. The hospital was full.\n",
    ],
)
def test_what_may_be_another_is_nothing(nlp: Language, text: str) -> None:
    assert not told(nlp, text)
