"""Kabar Balik: word back to the community on what became of the concerns raised with the police."""
