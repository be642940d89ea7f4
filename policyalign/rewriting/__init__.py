"""Change a few parts of a Word file, and leave every other byte of it as it was.

::

    splicing     change text in an XML part
    zip_copy     the file with a few parts changed
"""
