"""From the photo an officer took to what may be kept and published of it."""
