"""The command line: options to settings, a report to bytes and to an exit code.

Modules here import only click and light parts of the package at their top, so that
``policyalign --help`` is quick; what a command needs is imported when it runs.
"""
