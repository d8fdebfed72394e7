// Mutants that no case can tell from the checker, or that no case is to tell, each with the reason.
//
// A reason is for the survivors of a line that holds `line` and becomes one that holds `after`.
export const REASONS = [];
