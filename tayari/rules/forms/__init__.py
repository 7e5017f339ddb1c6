"""What a form of each kind of question asks for, and how what was typed becomes content and back."""
