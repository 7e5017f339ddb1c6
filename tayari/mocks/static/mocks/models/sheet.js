// The five states of a question's bubble, from what the candidate did. Keep in step with rules/sittings.py.
export function stateOf({ seen, answered, flagged }) {
  if (answered) return flagged ? "answered-flagged" : "answered";
  if (flagged) return "flagged";
  return seen ? "seen" : "unseen";
}

export function parts(state) {
  return {
    seen: state !== "unseen",
    answered: state.startsWith("answered"),
    flagged: state.endsWith("flagged"),
  };
}

// How many bubbles are in each state.
export function counts(states) {
  const found = {};
  for (const state of states) found[state] = (found[state] ?? 0) + 1;
  return found;
}
