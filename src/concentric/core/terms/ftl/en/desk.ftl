desk-only = This page works on the machine that holds the ledger
desk-only-remedy = Open it there, or use the commands. Readers elsewhere can only look.
