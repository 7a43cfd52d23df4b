import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import type { TaskRow } from '../schema.ts'
import { calendarOf } from './calendar.ts'

const task: TaskRow = {
  id: '0197a000-0000-7000-8000-000000000001',
  kind: 'duty',
  text: `Báo cáo kết quả phát hiện, bồi dưỡng điển hình; gửi Phòng Văn hóa - Xã hội, ${'rất dài '.repeat(30)}`,
  state: 'open',
  planId: '0197a000-0000-7000-8000-000000000002',
  planTitle: 'Kế hoạch',
  unitId: 2,
  unitPath: '1.2',
  unitName: 'Ấp Một',
  giverPath: '1',
  title: '',
  relation: null,
  receiverName: null,
  coversFrom: '2026-03-01',
  coversTo: '2026-03-31',
  nominalOn: '2026-03-19',
  dueOn: '2026-03-19',
  doneOn: null,
}

it('is read by another program as whole days with their words, on the day itself whatever the zone of the server', () => {
  const words = { name: 'Việc của tôi', description: () => 'Ấp Một\nKế hoạch' }
  const text = calendarOf([task, { ...task, id: 'undated', dueOn: null }], words, 'https://lantoa.example', new Date(0))
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  expect(
    events.map(({ uid, summary, description, startDate, endDate }) => [
      uid,
      summary,
      description,
      startDate.isDate,
      startDate.toString(),
      endDate.toString(),
    ]),
  ).toEqual([
    [
      `${task.id}@lan-toa`,
      task.text.replace(/\s+/g, ' ').slice(0, 200).trim(),
      'Ấp Một\nKế hoạch',
      true,
      '2026-03-19',
      '2026-03-20',
    ],
  ])
})

it('breaks lines by bytes without cutting a letter', () => {
  const words = { name: 'Việc', description: () => 'ề'.repeat(200) }
  const text = calendarOf([task], words, null, new Date(0))
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76)
  expect(text).not.toContain('\uFFFD')
})

it('words that would be lines of the calendar stay words, and control characters of a pasted text go', () => {
  const text = 'Báo cáo\u0007\r\nEND:VEVENT\r\nBEGIN:VALARM; a, b \\n'
  const description = () => 'Ấp Một\rATTACH:https://evil.example\nKế\u000bhoạch\nEND:VCALENDAR'
  const made = calendarOf([{ ...task, text }], { name: 'Việc', description }, null, new Date(0))
  expect(made.replaceAll('\r\n ', '').match(/^(BEGIN|END|ATTACH|SUMMARY|DESCRIPTION):.*$/gm)).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'SUMMARY:Báo cáo END:VEVENT BEGIN:VALARM\\; a\\, b \\\\n',
    'DESCRIPTION:Ấp Một ATTACH:https://evil.example\\nKế hoạch\\nEND:VCALENDAR',
    'END:VEVENT',
    'END:VCALENDAR',
  ])
})
