"""The floor: iniconfig imported, the files named on the command line parsed with it."""

import sys

from iniconfig import IniConfig

for path in sys.argv[1:]:
    IniConfig(path)
