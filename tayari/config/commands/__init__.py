"""The subcommands of `tayari`, one module each."""
