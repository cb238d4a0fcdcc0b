import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../model/areas.ts'
import { LIMITS } from '../../model/limits.ts'
import { useBoardLanguage } from '../board/board-context.ts'
import { SelectField, TextField } from '../common/controls.tsx'
import { areaOf, useAreas } from './use-areas.ts'

const NONE = ''
const OWN = 'own'

/** Where one comes from: one of the areas, or words of one's own. */
export function AreaField({ area, onArea }: { readonly area: Area | undefined; readonly onArea: (area: Area | null) => void }): ReactNode {
  const { t } = useTranslation()
  const lang = useBoardLanguage()
  const offered = useAreas()
  const [writing, setWriting] = useState(false)
  const chosen = areaOf(area, offered)
  const isOwn = chosen !== null && !offered.includes(chosen)
  const choose = (value: string): void => {
    setWriting(value === OWN)
    if (value === NONE) onArea(null)
    const picked = offered.find((known) => known.key === value)
    if (picked) onArea(picked.area)
  }
  return (
    <>
      <SelectField
        label={t('people.area')}
        value={writing || isOwn ? OWN : (chosen?.key ?? NONE)}
        onValue={choose}
        options={[
          { value: NONE, label: t('people.areaNone') },
          ...offered.map(({ key, text }) => ({ value: key, label: text, lang })),
          { value: OWN, label: t('people.areaOwn') },
        ]}
      />
      {writing || isOwn ? (
        <TextField
          key={isOwn ? chosen.text : ''}
          label={t('people.areaText')}
          defaultValue={isOwn ? chosen.text : ''}
          maxLength={LIMITS.nameChars}
          autoFocus={writing}
          onBlur={(event) => {
            const text = event.target.value.trim()
            setWriting(false)
            if (text !== (isOwn ? chosen.text : '')) onArea(text === '' ? null : { text })
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.currentTarget.blur()
          }}
        />
      ) : null}
    </>
  )
}
