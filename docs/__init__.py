"""What makes the pictures of README and of the officers' guide."""
