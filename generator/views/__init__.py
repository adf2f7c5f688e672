"""What every page kind shows: one module and one documented dataclass per kind."""
