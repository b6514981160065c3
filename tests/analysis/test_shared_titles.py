"""A title in the plural is that of each of those whom it names."""

import pytest
from spacy.language import Language

from tests.analysis.test_actors import Stage


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Sens.", "senator"),
        ("Senators", "senator"),
        ("Reps.", "representative"),
        ("Former Foreign Ministers", "former foreign minister"),
        ("The Peruvian Senators", "Peruvian senator"),
    ],
)
def test_everybody_named_behind_a_shared_title_has_it(nlp: Language, title: str, role: str) -> None:
    stage = Stage(
        nlp,
        f"{title} Ruth Castellano (D-Nev.), Boyd Pruitt (R-Tex.) and Lisa Nakai voted no on Monday. "
        "Earl Tubbs watched.",
    )
    roles = {key: actor.roles for key, actor in stage.actors.items()}
    assert [roles[key] for key in ("ruth-castellano", "boyd-pruitt", "lisa-nakai")] == [(role,)] * 3
    assert roles["earl-tubbs"] == ()
    assert not {"sens", "reps"} & roles.keys()


def test_who_shares_a_title_is_called_by_it(nlp: Language) -> None:
    stage = Stage(
        nlp,
        "Governors Ana Ruiz of Ohio and Lars Holm of Iowa signed a pact on Monday. Mr. Holm left early. "
        "The governor had a plane to catch.",
    )
    assert stage.of("lars-holm")[-1] == "The governor"
    assert {stage.actors[key].roles for key in ("ana-ruiz", "lars-holm")} == {("governor",)}


def test_messrs_are_each_a_mister(nlp: Language) -> None:
    stage = Stage(nlp, "Mark Boyle met Ivan Petrov in Bern. Messrs. Boyle and Petrov shook hands.")
    assert stage.of("mark-boyle") == ["Mark Boyle", "Messrs. Boyle"]
    assert stage.of("ivan-petrov") == ["Ivan Petrov", "Petrov"]
