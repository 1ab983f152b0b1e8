"""Drives real editors, key by key, to make recordings anew."""
