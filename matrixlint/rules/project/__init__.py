"""Rules on the matrices of one project, and on the documents that show them."""
