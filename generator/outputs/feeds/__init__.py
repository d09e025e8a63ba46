"""What readers are told of a plan as it changes: feeds of its editions, and a calendar of what falls due."""

from generator.outputs.feeds.atom import feed_files, site_feeds
from generator.outputs.feeds.calendar import CALENDAR, calendar_files
from generator.outputs.feeds.identity import urn

__all__ = ["CALENDAR", "calendar_files", "feed_files", "site_feeds", "urn"]
