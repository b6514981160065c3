"""Who is on stage: names, countries, descriptions and pronouns find their actor."""
