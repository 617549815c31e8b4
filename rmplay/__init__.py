"""rmplay: mentoring programs written in YAML, checked, and published as playbooks."""

__version__ = "0.1.0"
