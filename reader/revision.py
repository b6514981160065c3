"""An article's findings under the reader's corrections, while they still come in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.analysis.findings import Findings, Span
from reader.analysis.stage import Stage
from reader.narrow import Text

if TYPE_CHECKING:  # most articles are never corrected: what does that is imported when it is needed
    from reader.correcting import Plan
    from reader.corrections import Correction


class Revision:
    """What was found in an article, and the same as the reader corrected it."""

    def __init__(self, text: Text) -> None:
        self.found = Stage()
        self.stage = self.found
        self.plan: Plan | None = None
        self.corrections: tuple[Correction, ...] = ()
        self._text = text

    @property
    def corrected_actors(self) -> frozenset[str]:
        """The ids of actors to be marked as corrected."""
        return self.plan.corrected & self.stage.actors.keys() if self.plan is not None else frozenset()

    @property
    def corrected_quotes(self) -> frozenset[int]:
        """The starts of the quotes to which the reader gave a speaker."""
        return frozenset(self.plan.speakers) if self.plan is not None else frozenset()

    def apply(self, findings: Findings) -> dict[str, str]:
        """Take in a batch of what was found; gives what ids became that are no more."""
        self.found.apply(findings)
        if self.plan is None:
            return dict(findings.merged)
        before, self.plan = self.plan, self._planned()
        if not self.plan.holds_after(before, findings) or self._loses(findings):
            return dict(findings.merged) | self._renew()
        self.stage.apply(self.plan.findings(findings))
        return dict(findings.merged)

    def correct(self, corrections: Sequence[Correction]) -> dict[str, str]:
        """Put these corrections in place of those before; gives what ids became that are no more."""
        self.corrections = tuple(corrections)
        self.plan = self._planned() if corrections else None
        return self._renew()

    def _planned(self) -> Plan:
        from reader.correcting import plan

        return plan(self.corrections, self.found, self._text)

    def _renew(self) -> dict[str, str]:
        """Correct everything anew; an id that is gone became the actor of its first mention."""
        before, self.stage = self.stage, self.found
        if self.plan is not None:
            self.stage = Stage()
            self.stage.apply(self.plan.findings(_everything(self.found)))
        if before is self.stage:
            return {}
        from reader.correcting import mention_at

        became = {}
        for gone in before.actors.keys() - self.stage.actors.keys():
            for mention in before.mentions_of(gone)[:1]:
                now = mention_at(self.stage, Span(mention.start, mention.end))
                if now is not None:
                    became[gone] = now.actor
        return became

    def _loses(self, findings: Findings) -> bool:
        """Tell whether a mention of a batch means nobody where somebody stood before."""
        from reader.correcting import mention_at

        return self.plan is not None and any(
            self.plan.actor_of(mention) is None
            and mention_at(self.stage, Span(mention.start, mention.end)) is not None
            for mention in findings.mentions
        )


def _everything(stage: Stage) -> Findings:
    return Findings(
        "",
        stage.done,
        stage.total,
        (),
        tuple(stage.actors.values()),
        stage.mentions,
        stage.quotes,
    )
