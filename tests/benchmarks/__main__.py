"""All benchmarks, one table after the other: ``python -m tests.benchmarks``."""

from tests.benchmarks import keys, start, understanding

if __name__ == "__main__":
    for benchmark in (start, keys, understanding):
        benchmark.main()
