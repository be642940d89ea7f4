"""The settings file ``policyalign.toml``: what people have settled for a folder of policies."""

from __future__ import annotations

from policyalign.settings.finding import find_settings
from policyalign.settings.loading import DEFAULT_PACK, load_settings, settings_of
from policyalign.settings.names import check_names

__all__ = ["DEFAULT_PACK", "check_names", "find_settings", "load_settings", "settings_of"]
