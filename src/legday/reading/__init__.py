"""Files in: what others wrote becomes values of the model, or one clear line about why not."""
