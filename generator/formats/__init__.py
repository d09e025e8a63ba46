"""A plan in other forms than pages, each a renderer of the same blocks."""
