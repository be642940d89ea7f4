"""What one run leaves for the next, and what it keeps out of memory while it lasts."""

from policyalign.keeping.cache import Cache, Results

__all__ = ["Cache", "Results"]
