"""Several matrices of one project, and the documents that name them."""
