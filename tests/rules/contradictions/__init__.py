"""The rules of contradictions, each test bearing its rule's number."""
