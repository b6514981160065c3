"""Everybody met so far: actors in the making, found by their names, and where they occur."""
