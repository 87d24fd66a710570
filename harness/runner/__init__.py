"""The runner: from feature files to verdicts."""
