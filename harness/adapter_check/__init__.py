"""The examination of an adapter, before the system behind it is judged."""
