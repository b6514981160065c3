"""Average networks that grew from one: `python -m training.average build/a.pt build/b.pt`.

The mean of the weights of runs with a common start does better than each (model soups, Wortsman et al. 2022).
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Read, average, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("build/network.pt"))
    options = parser.parse_args()
    saved = [torch.load(path, map_location="cpu", weights_only=True) for path in options.networks]
    if any(each["labels"] != saved[0]["labels"] for each in saved):
        parser.error("the networks predict different labels")
    weights = {
        name: torch.stack([each["weights"][name] for each in saved]).mean(0) for name in saved[0]["weights"]
    }
    recipe = {"average of": [each["recipe"] for each in saved]}
    torch.save({"weights": weights, "labels": saved[0]["labels"], "recipe": recipe}, options.out)


if __name__ == "__main__":
    main()
