"""``python -m kg.reference``."""

import sys

from kg.reference import main
from ontology import UserError

try:
    sys.exit(main())
except UserError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_status)
