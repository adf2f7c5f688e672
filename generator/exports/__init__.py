"""What the site publishes beside its pages, one module per kind of file."""
