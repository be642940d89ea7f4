"""What can be compared: reports, saved reports, policies and folders, in any mixture."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass
