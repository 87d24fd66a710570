"""Gates: what CI and people make of several runs, which are compared, ranged side by side, and put in a row."""
