"""`python -m citations`."""

from citations.cli import main

main()
