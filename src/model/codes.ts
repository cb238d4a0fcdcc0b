/** Neither vowels, so that no word arises, nor signs that are taken for one another when read or spoken. */
export const CODE_ALPHABET = 'CFHJKLMPRTVWX2346789'
/** Read out in the room: the way to a board as a participant. */
export const SPOKEN_CODE_LENGTH = 6
/** Shown on one device and typed on the next: the same person goes on there. */
export const DEVICE_CODE_LENGTH = 8

/** A code as it was meant: people type small letters, spaces and hyphens. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s.-]/g, '')
}

export function isCode(value: string, length: number): boolean {
  return new RegExp(`^[${CODE_ALPHABET}]{${length}}$`).test(value)
}
