"""Made-up archives of any size, and what building them costs."""
