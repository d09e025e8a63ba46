"""From a page to Markdown."""
