"""How the shipped language model is made: corpora to weights. Never imported by `reader`; see README.md."""
