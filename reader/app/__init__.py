"""The screen. Textual lives here and nowhere else; nothing here imports spaCy."""
