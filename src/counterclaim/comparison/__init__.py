"""Claims set beside each other: positions, counterclaims, status, policies, control over time. Pure, standard library only."""
