"""The exam room under many candidates at once: how long each action takes, and that no saved answer is lost."""
