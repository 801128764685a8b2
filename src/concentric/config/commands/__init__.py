"""One file for each subcommand: it parses options, calls one verb of a room, and prints. No rule lives here."""
