"""The web form at masuk/: what it is bundled from, and how it runs on an officer's computer."""
