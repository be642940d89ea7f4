"""The use case behind ``annotate``: a copy of a policy with remarks at its words."""
