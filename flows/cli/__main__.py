"""`python -m flows.cli` is `liqaa`."""

import sys

from flows.cli.main import main

sys.exit(main())
