"""Making and keeping the site: one task for each program, and the one place that writes."""
