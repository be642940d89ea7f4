"""Measurements of speed and agreement, run by hand and never as tests."""
