"""What a council sets: settings, brand, theme."""
