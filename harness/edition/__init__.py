"""The edition: everything that is read from a folder, rules, vocabulary, catalogue, features and steps."""
