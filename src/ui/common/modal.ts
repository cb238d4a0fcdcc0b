/** A dialog that lies over everything; one beside the board leaves its keys alone. */
export const MODAL = '[role=dialog]:not([data-beside])'
