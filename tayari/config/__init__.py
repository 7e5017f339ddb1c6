"""Settings, addresses, the server's entry and the tayari command."""
