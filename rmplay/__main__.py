"""`python -m rmplay` is the same as `rmplay`."""

from .cli.main import main

main()
