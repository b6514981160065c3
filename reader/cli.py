"""The command line; nothing else parses arguments."""


def main(argv: list[str] | None = None) -> int:
    """Run the command and give its exit code: 0 done, 1 an article could not be read, 2 wrong usage."""
    raise NotImplementedError
