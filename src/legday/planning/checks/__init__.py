"""One reading of the rules in plain Python: a module per shape, each rule a function from the facts to findings."""
