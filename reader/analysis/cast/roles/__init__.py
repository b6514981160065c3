"""What people and bodies are called besides their names: titles, appositions, trades, offices."""
