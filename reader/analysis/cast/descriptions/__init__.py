"""Whom noun phrases mean: "the Russian president", "the 47-year-old", "the driver", "her son"."""
