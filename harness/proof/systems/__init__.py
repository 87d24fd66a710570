"""Wrong systems (mutants) and permitted variants, in a folder for each role."""
