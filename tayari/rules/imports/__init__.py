"""The law of importing a page: what is furniture, what a card says, what the title was, which part a heading opens."""
