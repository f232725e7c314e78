"""Which days and which exercises: chosen by a solver, judged by a plain checker, explained."""
