"""Messages made odd on their way to the kit: by field, by message, by line, and by what an adapter returns."""
