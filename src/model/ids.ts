import { customAlphabet } from 'nanoid'

export type CardId = string & { readonly __brand: 'CardId' }
export type QuestionId = string & { readonly __brand: 'QuestionId' }
export type KindId = string & { readonly __brand: 'KindId' }
export type RelationId = string & { readonly __brand: 'RelationId' }
export type FieldId = string & { readonly __brand: 'FieldId' }
export type BoardId = string & { readonly __brand: 'BoardId' }
export type BlockId = string & { readonly __brand: 'BlockId' }
export type PersonId = string & { readonly __brand: 'PersonId' }
export type CommentId = string & { readonly __brand: 'CommentId' }

/** What may be a key in the document: no prototype names can match, because of the leading letter and no underscore pair. */
const ID_PATTERN = /^[A-Za-z][A-Za-z0-9-]{0,39}$/
export const BOARD_ID_PATTERN = /^[A-Za-z][A-Za-z0-9]{21}$/

const RESERVED = new Set(['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'])

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const tail = customAlphabet(`${LETTERS}0123456789`)
const head = customAlphabet(LETTERS, 1)

/** True for a string that may name a record in the document. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value) && !RESERVED.has(value)
}

export function newCardId(): CardId {
  return (head() + tail(13)) as CardId
}

export function newCommentId(): CommentId {
  return (head() + tail(13)) as CommentId
}

export function newPersonId(): PersonId {
  return (head() + tail(13)) as PersonId
}

export function newQuestionId(): QuestionId {
  return (head() + tail(9)) as QuestionId
}

export function newBlockId(): BlockId {
  return (head() + tail(9)) as BlockId
}

/** 130 random bits: a board's address cannot be guessed. */
export function newBoardId(): BoardId {
  return (head() + tail(21)) as BoardId
}

export function newCommandId(): string {
  return head() + tail(15)
}
