"""`python -m coursewright`: the same as the command `coursewright`."""

import sys

from coursewright.commands import main

if __name__ == "__main__":
    sys.exit(main())
