"""How many paths are looked for, and how long they may be, where nothing else is asked."""

PATHS, MOST_PATHS = 3, 50
STEPS, MOST_STEPS = 6, 8
