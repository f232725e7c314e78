"""How much: phases of the season, first weights, and the dose of each session within what growth allows."""
