"""The values that flow through policyalign: documents, packs and reports.

All are frozen dataclasses without behaviour beyond what follows from their own fields.
"""
