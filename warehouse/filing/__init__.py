"""What is written: ledger, articles, facts, feeds, watched files, vocabulary, runs, quarantine, checks."""
