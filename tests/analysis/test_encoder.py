"""The shipped pipeline, on sentences of our own."""

import subprocess
import sys

import numpy as np
import pytest
import spacy
from spacy.training import Example

from reader.analysis.language.encoder import FACTORY, FILES
from reader.analysis.language.tokens import blank_english
from reader.analysis.pipeline import MODEL

pytestmark = pytest.mark.skipif(
    not all((MODEL / FACTORY / name).exists() for name in FILES),
    reason="the weights are not in this checkout",
)

TEXT = (
    "LEADERS MEET IN PARIS\n\n"
    "President Emmanuel Macron met Ngozi Okonjo-Iweala of the World Trade Organization in Paris on Monday. "
    "“We talked for an hour,” he said.  They left before noon.\n\n"
    "Russian officials stayed in Moscow."
)


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def doc(nlp):
    return nlp(TEXT)


def names(doc) -> set[tuple[str, str]]:
    return {(ent.text, ent.label_) for ent in doc.ents}


def test_people_organisations_places_and_peoples_are_named(doc):
    assert names(doc) >= {
        ("Emmanuel Macron", "PER"),
        ("Ngozi Okonjo-Iweala", "PER"),
        ("World Trade Organization", "ORG"),
        ("Paris", "GPE"),
        ("Moscow", "GPE"),
        ("Russian", "NORP"),
    }


def test_a_headline_in_capitals_is_read_too(doc):
    assert ("PARIS", "GPE") in names(doc)


def test_sentences_are_parted_and_a_paragraph_always_begins_one(doc):
    assert [sent.text.split()[0] for sent in doc.sents] == ["LEADERS", "President", "“We", "They", "Russian"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She cited Art. 5, Nos. 3 and 4 of Sec. 2 and Fig. 7 in Vol. 1 of the report.",
        "Local No. 12 and Miners Union No. 1 of Huanta went on strike.",
        "Lt. Gen. Ann Roe met lawyers of Lumora Inc. and two Sens. from Vt. in Castle vs. Fox.",
        "He drove from St. John's to Ft. Ridley by Hwy. 5 with Mme. Roche.",
    ],
)
def test_a_word_cut_short_ends_no_sentence(nlp, sentence):
    assert len(list(nlp(f"The court sat. {sentence} It rose at noon.").sents)) == 3


@pytest.mark.parametrize("dateline", ["MUNICH — ", "LIMA, Peru (Reuters) - ", "Geneva — "])
def test_a_dateline_is_no_part_of_the_first_sentence(nlp, dateline):
    doc = nlp(dateline + "The director of a small museum resigned on Monday.")
    verb = next(token for token in doc if token.text == "resigned")
    assert verb.dep_ == "ROOT"
    assert [child.text for child in verb.children if child.dep_ == "nsubj"] == ["director"]


def test_a_dash_behind_a_word_that_is_no_place_parts_nothing(nlp):
    assert len(list(nlp("Engineers — most of them young — left on Monday.").sents)) == 1


def test_the_parse_tells_who_said_what(doc):
    said = next(token for token in doc if token.text == "said")
    assert {child.text for child in said.children if child.dep_ == "nsubj"} == {"he"}
    assert said.dep_ == "ROOT"
    assert next(token for token in doc if token.text == "talked").head == said


def test_every_sentence_is_one_tree(doc):
    for sent in doc.sents:
        roots = [token for token in sent if token.head == token]
        assert len(roots) == 1
        assert roots[0].dep_ == "ROOT"
        assert all(token.head in sent for token in sent)


def test_words_have_parts_of_speech_and_space_is_space(doc):
    assert [doc[i].pos_ for i in range(4)] == ["NOUN", "VERB", "ADP", "PROPN"]
    assert all((token.pos_ == "SPACE") == token.is_space for token in doc)


def test_every_word_keeps_its_vector_and_space_has_none(doc):
    lengths = np.linalg.norm(doc.tensor, axis=1)
    assert doc.tensor.shape == (len(doc), 384)
    assert [length > 0 for length in lengths] == [not token.is_space for token in doc]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\n\nOne.", "x", "…", "“", "日本", "\u200b", "a\n\n\n\nb\n\n"]
)
def test_odd_texts_are_read_without_complaint(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert all(token.head.sent == token.sent for token in doc)


def test_a_document_reads_the_same_alone_and_in_company(nlp):
    alone = [nlp(text).to_bytes() for text in (TEXT, "Berlin is far.")]
    assert [doc.to_bytes() for doc in nlp.pipe([TEXT, "Berlin is far."], batch_size=2)] == alone


def test_reading_twice_gives_the_same(nlp):
    assert nlp(TEXT).to_bytes() == nlp(TEXT).to_bytes()


def test_long_texts_are_read_to_the_end(nlp):
    doc = nlp(
        "\n\n".join(["Angela Merkel spoke in Berlin, and the crowd listened until the rain came."] * 60)
    )
    assert sum(ent.text == "Angela Merkel" for ent in doc.ents) == 60
    assert len(list(doc.sents)) == 60


def test_a_sentence_without_end_is_read_to_the_end(nlp):
    doc = nlp("and then " * 400 + "Angela Merkel spoke")
    assert doc.ents[-1].text == "Angela Merkel"
    assert all(token.head.sent == token.sent for token in doc)


def test_the_pipeline_survives_being_written(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT).to_bytes() == nlp(TEXT).to_bytes()
    copy = spacy.blank("en")
    copy.add_pipe(FACTORY)
    assert names(copy.from_bytes(nlp.to_bytes())(TEXT)) == names(nlp(TEXT))


def test_it_can_be_scored(nlp):
    scores = nlp.evaluate([Example(nlp(TEXT), nlp(TEXT))])
    assert scores["ents_f"] == scores["sents_f"] == 1.0
    assert scores["pos_acc"] > 0.9  # spaCy counts white space as missing
    assert scores["dep_las"] > 0.9


def test_missing_weights_are_an_os_error(nlp, tmp_path):
    with pytest.raises(OSError, match=FILES[0]):
        nlp.get_pipe(FACTORY).from_disk(tmp_path)


def test_the_licence_lies_beside_the_weights(nlp):
    assert "CC BY-SA 4.0" in (MODEL / FACTORY / "LICENSE").read_text()
    assert nlp.meta["license"] == "CC BY-SA 4.0"


def test_spacy_finds_the_component_by_itself():
    code = f"import spacy; print(len(spacy.load({str(MODEL)!r})('Berlin').ents))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "1"


def test_importing_it_does_not_import_onnxruntime():
    code = (
        "import sys, reader.analysis.language.encoder;"
        "print('onnxruntime' in sys.modules, 'torch' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False False\n"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ito said,“Look here.”", ["Ito", "said", ",", "“", "Look", "here", ".", "”"]),
        ("“We lost,”Ito said.", ["“", "We", "lost", ",", "”", "Ito", "said", "."]),
        ('Ito said:"Look here.', ["Ito", "said", ":", '"', "Look", "here", "."]),
        ('a 6"2 man, they say', ["a", '6"2', "man", ",", "they", "say"]),
    ],
)
def test_words_are_cut_at_marks_that_no_blank_parts_from_them(text, words):
    assert [token.text for token in blank_english()(text)] == words
