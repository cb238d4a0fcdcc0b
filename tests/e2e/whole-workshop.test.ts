import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { de } from '../../src/i18n/de.ts'
import type { BoardId } from '../../src/model/ids.ts'
import { openBrowser } from '../helpers/browser.ts'
import { startProduct } from '../helpers/product.ts'
import { openRoom, PATIENT, type Person } from './whole-workshop/room.ts'
import {
  askEverything,
  ballot,
  expectHeardByAuthorsOnly,
  expectNoAuthors,
  expectNoneTold,
  expectNoVoters,
  filesWith,
  idsOf,
} from './whole-workshop/secrets.ts'
import * as steps from './whole-workshop/steps.ts'

const QUESTION = 'everyday'

/** One leads, five take part, one of them on a phone, one reads along: from the code to the paper, and every byte that anybody was sent. */
test('a whole workshop, in which nobody is sent what is not theirs', async () => {
  const product = await startProduct()
  const browser = await openBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'auftakt-whole-'))
  try {
    const room = await openRoom(browser, product.url)
    const { lead, participants, viewer, everybody } = room
    const [ben, cordula, dietlinde, emmerich, phone] = participants
    const board = new URL(lead.page.url()).pathname.split('/')[2] as BoardId
    const marks = new Map(participants.map((person, at) => [person, `MARKE${7310 + at * 111}von${person.name.toUpperCase()}`]))
    const drafts = [...marks.values()]
    const framesSoFar = (): Map<Person, number> => new Map(everybody.map((person) => [person, person.ear.frames.length]))

    await steps.goOn(room, de.lead.start, 'Ankommen')
    await steps.write(phone, 'actors', 'Kundenhotline')
    await steps.goOn(room, de.lead.next, 'Sammeln')

    await steps.beginSilence(lead, QUESTION)
    await Promise.all(
      [...marks].map(async ([person, mark]) => {
        await steps.openQuestion(person, QUESTION)
        await steps.writeSilently(person, QUESTION, mark)
      }),
    )
    const strip = steps.column(lead.page, QUESTION).locator('[data-strip]')
    await expect.poll(() => strip.textContent(), PATIENT).toContain('5 Entwürfe')
    await askEverything(room, product.url, board)
    await expectHeardByAuthorsOnly(room, (person) => (marks.has(person) ? [marks.get(person)!, ...idsOf(person)] : []))

    const beforeReveal = framesSoFar()
    await steps.reveal(lead, QUESTION)
    await steps.openQuestion(viewer, QUESTION)
    for (const { page } of everybody) await expect.poll(() => steps.texts(page, QUESTION), PATIENT).toEqual(drafts)
    expectNoAuthors(room, drafts, beforeReveal)

    await steps.goOn(room, de.lead.next, 'Ordnen & bewerten')
    const [first, second, third, fourth, fifth] = drafts as [string, string, string, string, string]
    await steps.stack(dietlinde, QUESTION, [fourth, fifth], 'Gemeinsames')
    for (const { page } of [lead, ben, phone]) await steps.card(page, QUESTION, 'Gemeinsames').waitFor()

    const beforeVote = framesSoFar()
    await steps.beginVote(lead, QUESTION, 5, 4)
    await Promise.all([
      steps.vote(ben, QUESTION, first, 3),
      steps.vote(cordula, QUESTION, second, 2),
      steps.vote(emmerich, QUESTION, third, 1),
      steps.vote(phone, QUESTION, third, 4),
    ])
    await askEverything(room, product.url, board)
    const ballots = new Map([
      [ben, ballot(lead, first, 3)],
      [cordula, ballot(lead, second, 2)],
      [phone, ballot(lead, third, 4)],
    ])
    await expectHeardByAuthorsOnly(room, (person) => [...(ballots.has(person) ? [ballots.get(person)!] : []), ...idsOf(person)])
    expectNoneTold(room, [first, second, third], beforeVote, [ben, cordula, emmerich, phone])
    expect(filesWith(product.data, everybody.flatMap(idsOf)), 'until then the server keeps them').not.toEqual([])

    await steps.closeVote(lead, QUESTION)
    for (const { page } of everybody) {
      await steps.card(page, QUESTION, third).getByRole('button', { name: '5 Stimmen' }).waitFor()
      await steps.card(page, QUESTION, first).getByRole('button', { name: '3 Stimmen' }).waitFor()
      await expect.poll(() => steps.column(page, QUESTION).locator('[data-card]').first().textContent(), PATIENT).toContain(third)
    }
    expectNoVoters(room)

    await steps.goOn(room, de.lead.next, 'Zuordnen')
    const task = steps.card(lead.page, QUESTION, third)
    await steps.assign(lead, steps.card(lead.page, 'doers', 'Kundenhotline'), task)
    for (const { page } of everybody) {
      await steps.card(page, QUESTION, third).getByRole('button', { name: 'Kundenhotline', exact: true }).waitFor()
    }

    await steps.goOn(room, de.lead.next, 'Fall proben')
    await steps.rehearse(ben, 'Rückruf vergessen', 'Empfang')
    await steps.goOn(room, de.lead.next, 'Plan beschließen')
    await steps.openQuestion(viewer, 'measures')
    await steps.column(viewer.page, 'measures').locator('[data-card]').first().waitFor()
    await steps.endAgenda(lead)

    const file = join(folder, 'plan.pdf')
    await steps.downloadPlan(lead, file)
    const paper = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ')
    for (const text of ['Workshop im Ganzen', first, third, 'Kundenhotline', 'Rückruf vergessen', 'Empfang']) expect(paper).toContain(text)
    expect(participants.filter(({ name }) => paper.includes(name))).toEqual([])

    await askEverything(room, product.url, board)
    await expectHeardByAuthorsOnly(room, (person) => [...(ballots.has(person) ? [ballots.get(person)!] : []), ...idsOf(person)])
    expectNoAuthors(room, drafts, beforeReveal)
    expectNoVoters(room)
    expect(filesWith(product.data, [...everybody.flatMap(idsOf), ...ballots.values()]), 'no file links them any more').toEqual([])
    expect(drafts.filter((mark) => product.output().includes(mark))).toEqual([])
    expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
  } finally {
    await browser.close()
    await product.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 150_000)
