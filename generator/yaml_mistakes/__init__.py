"""What officers mistype in a record, and how they are told."""
