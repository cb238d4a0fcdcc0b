import type { Language } from '../model/text.ts'
import { de, type Words } from './words-de.ts'
import { en } from './words-en.ts'

export type { Words }

export const WORDS: Readonly<Record<Language, Words>> = { de, en }
