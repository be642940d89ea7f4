"""Self-assessment returns: made from a report, and read back after people have filled them in."""
