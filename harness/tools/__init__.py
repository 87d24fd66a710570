"""Tools of the kit's developers; they are no part of the wheel."""
