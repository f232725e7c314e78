"""Files out: values of the model become text and bytes that others can read."""
