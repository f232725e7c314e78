"""What to do when it hurts or life happens: pain, readiness, illness, travel, swaps."""
