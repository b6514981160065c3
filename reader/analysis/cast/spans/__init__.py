"""Where names stand: the model's entities made clean spans, and those that it misses found."""
