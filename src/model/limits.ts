/** What one board may hold; operations keep to it in the browser, the gate enforces it on the server. */
export const LIMITS = {
  cards: 3000,
  /** Fields of one card and beginnings of their texts, ever. */
  cardKeys: 400,
  links: 12_000,
  questions: 24,
  people: 300,
  passes: 500,
  blocks: 40,
  textChars: 5000,
  titleChars: 200,
  goalChars: 600,
  nameChars: 60,
  /** Of one person, in silent writing. */
  drafts: 40,
  /** Votes of one person in one vote. */
  budget: 50,
  /** Of one card in one vote, all people together. */
  votes: 100_000,
  noteChars: 2000,
  fieldChars: 2000,
  reasonChars: 600,
  commentChars: 1000,
  comments: 6000,
  importBytes: 5 * 1024 * 1024,
  importCards: 3000,
  updateBytes: 256 * 1024,
  frameBytes: 4 * 1024 * 1024,
  documentBytes: 10 * 1024 * 1024,
} as const
