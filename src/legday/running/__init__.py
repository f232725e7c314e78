"""What the runs ask of the legs: kind, hardness, thresholds, cost per muscle, the weeks to come."""
