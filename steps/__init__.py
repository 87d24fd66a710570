"""The words of the features: thin functions that parse a table, speak to the stage and assert."""
