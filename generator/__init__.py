"""Publish public-sector improvement plans as a versioned, accessible static site."""

__version__ = "0.1.0"
