"""Who is on stage: names, descriptions and pronouns find their actor.

The roster of who was met, spans, names, roles, descriptions, pronouns: each is built on those before it.
"""
