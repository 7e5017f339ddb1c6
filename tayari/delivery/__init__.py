"""How bytes reach people: the front and the one process that serves."""
