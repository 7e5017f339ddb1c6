"""Pages of mocks: covers, the exam room, results."""
