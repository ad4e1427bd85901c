"""File, folder, corpus or standard input → Document. Start at `inputs.list_inputs`, then `taking.take_in`."""
