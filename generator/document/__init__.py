"""What a page is made of. Knows no plan."""
