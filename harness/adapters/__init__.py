"""Ways to a system under test: they carry messages and decide nothing."""
