"""A terminal reader that knows who is on stage in a news article, and who said what."""
