"""What one run leaves for the next, and what it keeps out of memory while it lasts."""

from policyalign.keeping.cache import Cache, Results
from policyalign.keeping.spool import MANY, Spool

__all__ = ["MANY", "Cache", "Results", "Spool"]
