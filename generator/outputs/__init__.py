"""Feeds, data, announcements: what is made of a plan beside its pages."""
