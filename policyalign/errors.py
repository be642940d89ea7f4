"""What can go wrong that a user can mend.

::

    PolicyAlignError
    ├── InputError     a path, an option or a folder that cannot be used
    │   └── SettingsError  the settings file has mistakes; all of them are listed
    ├── PackError      the vocabulary pack has mistakes; all of them are listed
    ├── ReadError      one file cannot be read; readers raise it, ``read`` turns it into ``Unread``
    └── OutputError    the report cannot be written

Each message says what happened, where, and what to do. Anything else that is raised is a fault
in policyalign and keeps its traceback; but in one file of many, ``check`` names it among what is
unread and goes on, and to ``read`` that file shows the traceback.
"""


class PolicyAlignError(Exception):
    """The base of every error that is shown to a user as one message."""


class InputError(PolicyAlignError):
    """Something that was asked for does not exist or cannot be used."""


class SettingsError(InputError):
    """A settings file is wrong. ``mistakes`` holds the line and a sentence for each mistake."""

    def __init__(self, path: str, mistakes: tuple[tuple[int, str], ...]) -> None:
        self.mistakes = mistakes
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        listed = "\n".join(f"  line {line}: {sentence}" for line, sentence in mistakes)
        super().__init__(f"The settings file {path} has {count}:\n{listed}")


class PackError(PolicyAlignError):
    """A vocabulary pack is wrong. ``mistakes`` holds one sentence for each mistake found."""

    def __init__(self, pack: str, mistakes: tuple[str, ...]) -> None:
        self.mistakes = mistakes
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        super().__init__(f"The pack {pack} has {count}:\n" + "\n".join(f"  {m}" for m in mistakes))


class ReadError(PolicyAlignError):
    """A document cannot be read; the message is the reason a person understands."""


class OutputError(PolicyAlignError):
    """A report cannot be written where it was asked for."""
