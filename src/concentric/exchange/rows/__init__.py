"""What a row may look up while it becomes a record or a step, and where it says what is wrong."""
