"""The plan in words: times, ratings, leads, values, changes."""
