"""Exams, blueprints and the topics of the syllabus tree."""
