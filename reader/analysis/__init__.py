"""Article to Analysis: who is on stage and who said what. Nothing here imports Textual."""
