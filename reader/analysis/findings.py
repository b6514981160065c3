"""What the analysis finds: plain immutable data with offsets into ``Article.text``.

Findings arrive in batches. A batch is applied in the order of its fields: first `merged`, then `span`, from
which everything found before is taken away, then `actors`, `mentions` and `quotes`, each of which replaces
what stood at the same key before.

The types are named tuples, as are most on the way to the first frame: a frozen dataclass takes six times as
long to make, and the start would feel it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class ActorKind(StrEnum):
    """What sort of actor stands on the stage."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    GROUP = "group"


class MentionForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"  #        "Vladimir V. Putin", with its title or honorific: "Mr. Putin"
    NOMINAL = "nominal"  #  "the Russian president"
    PRONOUN = "pronoun"  #  "he"
    DEMONYM = "demonym"  #  "Russian"
    METONYM = "metonym"  #  "the Kremlin"


class QuoteKind(StrEnum):
    """How much of somebody's words a quote gives."""

    DIRECT = "direct"  #    a sentence or more
    PARTIAL = "partial"  #  a phrase inside the reporter's sentence
    INDIRECT = "indirect"  # reported speech without marks


class Span(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Mention(NamedTuple):
    """A place in the text that means an actor; keyed by (start, end). Mentions may nest.

    `confidence` is 0 to 1; what is below :data:`SURE` is a guess and is shown as one.
    """

    start: int
    end: int
    actor: str
    form: MentionForm = MentionForm.NAME
    confidence: float = 1.0


class Tie(NamedTuple):
    """The article ties an actor to another, a country or an organisation; `words` is where it says so.

    `speaks` tells an office that speaks for the other: its president, its spokeswoman.
    """

    other: str
    words: Span
    speaks: bool = False


class Actor(NamedTuple):
    """Somebody or something on stage; keyed by `id`, a stable slug of the fullest name.

    `country` is an ISO 3166 alpha-2 code (XK for Kosovo, EU for the European Union, SU for the Soviet
    Union); an actor of kind country always has it. `aliases` are the other names used, most frequent first.
    Who has no name in the article is not `named`, and is called by the words that introduce her: "a mother of
    three".
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    named: bool = True


class Quote(NamedTuple):
    """Somebody's words; keyed by the start of its first segment.

    A quote that its cue interrupts has several segments; they exclude the quotation marks. `speaker` and
    `addressee` are actor ids; `speaker_mention` is the span of the mention that names the speaker, `source`
    the words that stand where the speaker stands, actor or not ("a spokesman", "he"). `relay` are the words
    that name who passes the quote on ("Interfax"). `wording` says that the source is a document (a treaty, a
    law): that is nobody's speech.
    """

    segments: tuple[Span, ...]
    kind: QuoteKind = QuoteKind.DIRECT
    speaker: str | None = None
    speaker_mention: Span | None = None
    source: Span | None = None
    cue: Span | None = None
    addressee: str | None = None
    confidence: float = 1.0
    relay: Span | None = None
    wording: bool = False

    @property
    def is_speech(self) -> bool:
        """Whether somebody says it: no wording, and no title or name in quotation marks."""
        known = self.kind is not QuoteKind.PARTIAL or self.source is not None
        return self.speaker is not None or (known and not self.wording)

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.segments[-1].end


#: From this confidence on, a mention or a speaker is shown without a question mark.
SURE = 0.8


class Findings(NamedTuple):
    """One batch: what was understood of paragraphs up to `done` (an index, exclusive) out of `total`.

    `article` is the :attr:`Article.key` that the batch belongs to. `merged` maps actor ids to the ids that
    they became, because a fuller name turned up or two actors proved to be one. `span` is the stretch that
    was read. A batch that was read `ahead`, out of order, is a first look at it: it stands until the batch
    that reads the same span in its turn.
    """

    article: str
    done: int
    total: int
    merged: tuple[tuple[str, str], ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: Sequence[Mention] = ()
    quotes: Sequence[Quote] = ()
    span: Span | None = None
    ahead: bool = False


class Analysis(NamedTuple):
    """Everything found in an article: what a session, an export or a test looks at.

    Mentions and quotes are sorted by start (of equal starts, the longer mention first).
    """

    actors: dict[str, Actor]
    mentions: Sequence[Mention] = ()
    quotes: Sequence[Quote] = ()
