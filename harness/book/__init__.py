"""The rule book: a site that shows every rule with all that is known of it, for whoever browses, searches or prints."""
