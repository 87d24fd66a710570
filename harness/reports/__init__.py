"""Reports: pure functions of what an examination found."""
