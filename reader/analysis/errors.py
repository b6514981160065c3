"""What can go wrong with an analysis; every message says in a line what, and what to do."""


class AnalysisError(Exception):
    """An article could not be understood."""


class ModelError(AnalysisError):
    """A pipeline can't be used: no article can be understood with it."""


def stopped(code: int) -> AnalysisError:
    """Say that the process of an analysis has ended too early; `code` is its exit code, or minus a signal."""
    ending = f"signal {-code}" if code < 0 else f"exit code {code}"
    return AnalysisError(f"the analysis stopped ({ending})")
