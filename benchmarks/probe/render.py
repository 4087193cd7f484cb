"""The renderer on the matrix named on the command line, up to the page's nodes."""

import sys
from configparser import ConfigParser

from sphinx_feature_classification.support_matrix import Directive, Matrix

with open(sys.argv[1], encoding="utf-8") as stream:
    parser = ConfigParser()
    parser.read_file(stream)
matrix = Matrix(parser)
directive = object.__new__(Directive)
nodes: list[object] = []
directive._build_summary(matrix, nodes)
directive._build_details(matrix, nodes)
if not nodes:
    sys.exit("the renderer has made nothing")
