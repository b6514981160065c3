"""What the training data go through, on sentences of our own."""

import random

from training.augment import People, Variation, recase
from training.corpora import Document, Sentence, read_conll, read_conllu, read_documents, write_documents
from training.repair import cut_words, repair
from training.score import Names, scored
from training.spans import Span, to_labels, to_spans


def sentence(text: str) -> Sentence:
    """Read "word/label" text; a word without a label is outside names."""
    pairs = [[*word.rsplit("/", 1), "O"][:2] for word in text.split()]
    return Sentence([word for word, _ in pairs], ner=[label for _, label in pairs])


def shown(found: Sentence) -> str:
    labels = found.ner or []
    pairs = zip(found.words, labels, strict=True)
    return " ".join(word if label == "O" else f"{word}/{label}" for word, label in pairs)


def test_labels_and_spans_are_two_ways_of_saying_the_same():
    labels = ["B-PER", "I-PER", "O", "B-ORG", "B-ORG"]
    spans = [Span(0, 2, "PER"), Span(3, 4, "ORG"), Span(4, 5, "ORG")]
    assert to_spans(labels) == spans
    assert to_labels(spans, 5) == labels


def test_an_i_that_continues_nothing_begins_a_name():
    assert to_spans(["O", "I-PER", "I-ORG"]) == [Span(1, 2, "PER"), Span(2, 3, "ORG")]


def test_a_demonym_joins_the_institution_after_it():
    found = repair(sentence("the Russian/B-NORP Orthodox/B-ORG Church/I-ORG said"))
    assert shown(found) == "the Russian/B-ORG Orthodox/I-ORG Church/I-ORG said"


def test_a_demonym_keeps_apart_from_a_movement_with_a_name_of_its_own():
    text = "Afghan/B-NORP Taliban/B-ORG attacked"
    assert shown(repair(sentence(text))) == text


def test_titles_articles_and_directions_are_no_part_of_a_name():
    found = repair(sentence("President/B-PER Mary/I-PER Okafor/I-PER in eastern/B-GPE Chad/I-GPE"))
    assert shown(found) == "President Mary/B-PER Okafor/I-PER in eastern Chad/B-GPE"
    assert shown(repair(sentence("the/B-ORG Senate/I-ORG"))) == "the Senate/B-ORG"


def test_types_that_are_not_learned_are_dropped():
    assert shown(repair(sentence("the World/B-MISC Cup/I-MISC"))) == "the World Cup"


def test_words_are_cut_as_spacy_cuts_them_and_names_keep_what_is_theirs():
    assert shown(cut_words(sentence("Chinese-made/B-NORP cars"))) == "Chinese/B-NORP - made cars"
    found = cut_words(sentence("Moon/B-PER Jae-in/I-PER"))
    assert shown(found) == "Moon/B-PER Jae/I-PER -/I-PER in/I-PER"
    assert shown(cut_words(sentence("Obama-era/B-PER rules"))) == "Obama/B-PER - era rules"


def test_a_headline_keeps_its_small_words_small():
    assert recase(sentence("leaders of the world meet"), "title").words == [
        "Leaders",
        "of",
        "the",
        "World",
        "Meet",
    ]
    assert recase(sentence("Leaders meet"), "upper").words == ["LEADERS", "MEET"]


def test_a_family_name_may_come_first():
    chance = random.Random(1)
    people = [People().person(chance) for _ in range(200)]
    assert all(short in full for full, short in people)
    assert any(full.startswith(short) for full, short in people)


def test_a_swapped_name_is_the_same_wherever_it_returns():
    lender = Document("redocred", [sentence("Oslo/B-GPE")])
    vary = Variation([lender])
    text = [sentence("Mary/B-PER Smith/I-PER spoke ."), sentence("Smith/B-PER left .")]
    changed = 0
    for seed in range(20):
        first, second = vary.swap_names(text, random.Random(seed))
        (name,), (short,) = (
            [each.words[span.start : span.end] for span in to_spans(each.ner)] for each in (first, second)
        )
        assert short == ["Smith"] or " ".join(short) in " ".join(name)
        assert len(first.words) == len(first.ner)
        changed += name != ["Mary", "Smith"]
    assert changed


def test_a_sentence_with_a_tree_keeps_its_number_of_words():
    vary = Variation([Document("redocred", [sentence("Oslo/B-GPE")])])
    text = sentence("Mary/B-PER left")
    text.heads, text.deps, text.pos = [1, 1], ["nsubj", "root"], ["PROPN", "VERB"]
    for seed in range(20):
        assert len(vary.swap_names([text], random.Random(seed))[0].words) == 2


def test_scores_leave_titles_articles_and_kinds_of_place_aside():
    words = ["the", "United", "Nations", "met", "President", "Okafor", "in", "Chad"]
    gold = scored(words, [Span(1, 3, "ORG"), Span(5, 6, "PER"), Span(7, 8, "GPE")])
    found = scored(words, [Span(0, 3, "ORG"), Span(4, 6, "PER"), Span(7, 8, "LOC")])
    assert gold == found
    names = Names()
    names.add(gold, found - {Span(7, 8, "PLACE")})
    assert names.precision("PER", "ORG", "PLACE") == 100
    assert round(names.recall("PER", "ORG", "PLACE")) == 67


def test_columns_are_read_document_by_document(tmp_path):
    path = tmp_path / "x.conll"
    path.write_text("-DOCSTART-\tO\n\nAda\tB-PER\nleft\tO\n\nShe\tO\n\n-DOCSTART-\tO\n\nParis\tB-GPE\n")
    found = list(read_conll(path, "x"))
    assert [[each.words for each in document.sentences] for document in found] == [
        [["Ada", "left"], ["She"]],
        [["Paris"]],
    ]


def test_trees_are_read_with_paragraphs_and_without_split_words(tmp_path):
    path = tmp_path / "x.conllu"
    rows = [
        "1-2\tcan't" + "\t_" * 8,
        "1\tcan\t_\tAUX\t_\t_\t0\troot\t_\t_",
        "2\tn't\t_\tPART\t_\t_\t1\tadvmod\t_\t_",
    ]
    path.write_text("# newdoc\n# newpar\n" + "\n".join(rows) + "\n\n" + "\n".join(rows[1:]) + "\n")
    [document] = read_conllu(path, "x")
    assert [each.paragraph for each in document.sentences] == [True, False]
    assert document.sentences[0].heads == [0, 0]
    assert document.sentences[0].deps == ["root", "advmod"]


def test_documents_survive_being_written(tmp_path):
    documents = [Document("x", [sentence("Ada/B-PER left")])]
    write_documents(tmp_path / "x.gz", documents)
    assert list(read_documents(tmp_path / "x.gz")) == documents
