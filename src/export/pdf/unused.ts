/** Stands for the packages that jsPDF would load for html(), which is never called. */
export const unused = true
