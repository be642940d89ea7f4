"""The settings file ``policyalign.toml``: what people have settled for a folder of policies."""

from __future__ import annotations

from policyalign.settings.loading import load_settings
from policyalign.settings.names import check_names

__all__ = ["check_names", "load_settings"]
