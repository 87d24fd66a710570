"""What several roles of the reference share."""
