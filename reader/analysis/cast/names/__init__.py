"""Whom names name: what sort of thing, which country, which actor."""
