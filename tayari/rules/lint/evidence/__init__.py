"""Values of a text against the slots of facts: how much speaks for it that a value stands where a fact has another."""
