"""Whom "he", "her" and "it" mean: candidates, their features, the ranking."""
