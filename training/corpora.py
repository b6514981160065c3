"""Reading corpora: NER columns and UD trees become documents of one form."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Sentence:
    """Words with whatever annotation their corpus has; what it lacks is None.

    `ner` holds BIO labels ("?" where the label is not to be trusted), `heads` indexes into the sentence (the
    root points at itself), `paragraph` says whether the sentence begins a paragraph.
    """

    words: list[str]
    ner: list[str] | None = None
    pos: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    paragraph: bool | None = None


@dataclass
class Document:
    """Sentences that belong together, and the corpus that they come from."""

    source: str
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)


def read_conll(path: Path, source: str, at_most: int = 60) -> Iterator[Document]:
    """Read "token TAB label" lines; a document ends at -DOCSTART- or after `at_most` sentences."""
    document = Document(source)
    words: list[str] = []
    labels: list[str] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "", "-DOCSTART-"]:
        if line.startswith("-DOCSTART-") or len(document.sentences) >= at_most:
            if document.sentences:
                yield document
            document = Document(source)
        if line.strip() and not line.startswith("-DOCSTART-"):
            word, label = line.split("\t")
            words.append(word.replace(" ", "") or "_")
            labels.append(label)
        elif words:
            document.sentences.append(Sentence(words, ner=labels))
            words, labels = [], []


def read_conllu(path: Path, source: str) -> Iterator[Document]:
    """Read Universal Dependencies: universal tags, heads and relations with their subtypes."""
    document = Document(source)
    paragraph, lines = True, []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "", "# newdoc"]:
        if line.startswith("# newdoc"):
            if document.sentences:
                yield document
            document = Document(source)
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line and line[0] != "#":
            lines.append(line.split("\t"))
        elif not line and lines:
            document.sentences.append(_tree(lines, paragraph))
            paragraph, lines = False, []


def _tree(lines: list[list[str]], paragraph: bool) -> Sentence:
    rows = [row for row in lines if row[0].isdigit()]  # no multi-word tokens ("3-4"), no empty nodes ("8.1")
    heads = [int(row[6]) - 1 for row in rows]
    return Sentence(
        words=[row[1] for row in rows],
        pos=[row[3] for row in rows],
        heads=[index if head < 0 else head for index, head in enumerate(heads)],
        deps=[row[7] for row in rows],
        paragraph=paragraph,
    )


def write_documents(path: Path, documents: Iterable[Document]) -> None:
    """Write documents as gzipped JSON lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=4) as file:
        for document in documents:
            file.write(json.dumps(asdict(document), ensure_ascii=False) + "\n")


def read_documents(path: Path) -> Iterator[Document]:
    """Read what :func:`write_documents` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            fields = json.loads(line)
            yield Document(fields["source"], [Sentence(**sentence) for sentence in fields["sentences"]])
