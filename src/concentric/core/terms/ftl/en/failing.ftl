failing-setting = A setting can't be used: { $why }
failing-setting-remedy = Set the environment variable as docs/settings.md says, or leave it unset.
failing-file = A file or folder can't be used: { $path } ({ $why })
failing-file-remedy = See whether the disk is full, the folder can be written to, and no other program holds the file open; then do it again.
failing-database = The database can't be used: { $why }
failing-database-remedy = See whether it runs, the disk is not full, and its user may do this (after an update the tables' owner runs “concentric upgrade”); then do it again. Nothing half done stays in the ledger.
failing-fault = This is a fault of the program; the command was not carried out.
failing-fault-remedy = Nothing half done stays in the ledger. Please send the lines above to whoever maintains the program.
