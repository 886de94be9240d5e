"""Steps from one layout of a ledger file to the next, in order.

A new file is made in the newest layout at once (`tables.py`). A change to the tables appends one function here: the
first lifts layout 1 to layout 2, the second layout 2 to 3. A step runs inside the transaction that raises the number
of the layout, so that a file is never between two. A step that changes rows first drops that table's triggers, and
puts them back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection

from counterclaim.ledger.migrations.layout_2 import to_layout_2
from counterclaim.ledger.migrations.layout_3 import to_layout_3
from counterclaim.ledger.migrations.layout_4 import to_layout_4

Migration = Callable[[Connection], None]

MIGRATIONS: Final[tuple[Migration, ...]] = (to_layout_2, to_layout_3, to_layout_4)
