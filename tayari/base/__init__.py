"""Django help that holds no word of the exam domain."""
