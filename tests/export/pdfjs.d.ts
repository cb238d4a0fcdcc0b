/** The part of Firefox's reader that the tests use; its own types want a window. */
declare module 'pdfjs-dist/legacy/build/pdf.mjs' {
  export interface PDFDocumentProxy {
    readonly numPages: number
    readonly annotationStorage: { setValue(id: string, value: { readonly value: string | boolean }): void }
    getPage(number: number): Promise<{ getAnnotations(): Promise<unknown[]> }>
    saveDocument(): Promise<Uint8Array>
  }
  export function getDocument(from: { readonly data: Uint8Array; readonly useSystemFonts: boolean; readonly verbosity: number }): {
    readonly promise: Promise<PDFDocumentProxy>
  }
}
