"""Claims to incidents and origins: which claims are about one happening, and who really stands behind them."""

from counterclaim.linkage.linker import Linked as Linked
from counterclaim.linkage.linker import Linker as Linker
from counterclaim.linkage.linker import explain as explain
from counterclaim.linkage.linker import link as link
from counterclaim.linkage.origin import origins as origins
from counterclaim.linkage.store import encoded as encoded
