"""A plan’s files: read, validated, and projected to what is public."""
