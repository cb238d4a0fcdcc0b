/** Stands in for html2canvas, canvg and dompurify, which jsPDF would load for html() only. */
export const unused = null
