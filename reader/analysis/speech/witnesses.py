"""Whom "he" means where a speaker stands, by two witnesses: the text's coreference and the stage."""

from reader.analysis.findings import Mention

GUESSED = 0.65  # what is left of a confidence where one witness stands alone
_POOR, _WEAK, CLEAR = 0.48, 0.7, 0.3  # below and above which the second witness is believed
_STRONG = 0.8  # above which the first one is believed against somebody without a name


def two_witnesses(
    mention: Mention | None, staged: tuple[str | None, float] | None
) -> tuple[str | None, float]:
    """Weigh the coreference of the text against the order of speakers, for a pronoun that speaks."""
    if not mention:
        return (staged[0], GUESSED + (1 - GUESSED) * staged[1] / 2) if staged else (None, 1.0)
    if not staged:
        return mention.actor, mention.confidence
    actor, margin = staged
    if actor == mention.actor:
        return actor, 1 - (1 - mention.confidence) * (1 - margin)
    if actor is None and mention.confidence < _STRONG:
        return None, GUESSED  # somebody without a name is the likeliest
    if mention.confidence < _POOR or (mention.confidence < _WEAK and margin > CLEAR):
        return actor, GUESSED
    return mention.actor, min(mention.confidence, _WEAK)
