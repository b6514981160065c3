"""The language model at work: word pieces in, names, tags and trees out, as a spaCy component."""
