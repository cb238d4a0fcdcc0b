import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import type { Template } from '../../model/template.ts'
import type { Language } from '../../model/text.ts'
import type { BoardConnection } from '../../sync/connect-board.ts'
import { useBoardLanguage, useConnection, useTemplate } from '../board/board-context.ts'
import type { Rules } from '../dnd/find-target.ts'
import { useDropRules } from '../dnd/use-drop-rules.ts'
import { useWords } from '../hooks/use-words.ts'

/** What a change to several cards needs to know of the board. */
export interface Many {
  readonly connection: BoardConnection
  readonly template: Template
  readonly language: Language
  readonly rules: Rules
  readonly t: TFunction
}

export function useMany(): Many {
  const connection = useConnection()
  const template = useTemplate()
  const language = useBoardLanguage()
  const rules = useDropRules()
  const { t } = useWords()
  return useMemo(() => ({ connection, template, language, rules, t }), [connection, template, language, rules, t])
}
