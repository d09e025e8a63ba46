"""From staged pages to the finished site: build, units, assemble, search, links, switch, serve."""
