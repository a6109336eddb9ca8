"""Speed and memory, as medians and ratios: ``python -m bench``."""
