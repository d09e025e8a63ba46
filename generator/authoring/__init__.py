"""A whole folder read with its private files, and changed: publish, take down, recover, scaffold, edit."""
