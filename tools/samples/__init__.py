"""Make the fictional policies in ``samples`` from the texts in ``text``.

Each text is a small dialect of Markdown below a TOML heading; ``source`` reads it. ``word``,
``boxes``, ``pdf`` and ``scan`` turn it into a file of the kind that its heading names.
"""
