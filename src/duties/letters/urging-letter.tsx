import { asSentence } from '../../core/text/casing.ts'
import { shownDay } from '../../ui/dates.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { dutyPaths } from '../paths.ts'
import type { LateTask } from '../queries/list-laggards.ts'
import { overviewTexts } from '../texts/overview.ts'
import { lateByUnit } from './late-by-unit.ts'

interface UrgingLetterProps {
  readonly view: View
  readonly issuer: string
  readonly today: string
  readonly late: readonly LateTask[]
}

/**
 * The urging as an official letter to be numbered, signed and sent on paper (công văn, Nghị định 30/2020/NĐ-CP, Phụ lục I): issuer and motto side by side, number and place
 * left open, addressees, what is late as a table, the signature's place, recipients.
 */
export function UrgingLetter({ view, issuer, today, late }: UrgingLetterProps) {
  const [year, month, day] = today.split('-')
  const lateUnits = lateByUnit(othersOf(late, issuer))
  const units = lateUnits.map(({ unitName }) => unitName)
  const plans = [...new Set(late.map(planOf))].filter(Boolean)
  return (
    <Shell view={view} title="Công văn đôn đốc" styles={['letter']} scripts={['print']}>
      <div class="no-print">
        <PageHeader
          view={view}
          title="Công văn đôn đốc"
          lead="Số, địa danh và người ký để trống cho văn thư."
          crumbs={[{ label: overviewTexts[view.lang].title, href: dutyPaths.overview }, { label: 'Công văn đôn đốc' }]}
          actions={<PrintButton label="In công văn" kind="first" />}
        />
      </div>
      <article class="letter" lang="vi">
        <div class="letter-head">
          <div>
            <p class="capitals">{issuer}</p>
            <p>Số: …… /……</p>
            <p class="subject">V/v đôn đốc thực hiện kế hoạch xây dựng điển hình tiên tiến</p>
          </div>
          <div>
            <p class="capitals strong">Cộng hòa xã hội chủ nghĩa Việt Nam</p>
            <p class="motto">Độc lập - Tự do - Hạnh phúc</p>
            <p class="place">
              ……, ngày {day} tháng {month} năm {year}
            </p>
          </div>
        </div>
        <p class="addressees">Kính gửi: {units.length === 1 ? units[0] : ''}</p>
        {units.length > 1 && (
          <ul class="addressee-list">
            {units.map((unit, index) => (
              <li>
                - {unit}
                {index === units.length - 1 ? '.' : ';'}
              </li>
            ))}
          </ul>
        )}
        <p class="body">
          {plans.length > 0 && `Thực hiện ${plans.join('; ')}. `}Đến ngày {shownDay(today)}, các đơn vị sau chưa hoàn
          thành những việc đã quá hạn:
        </p>
        <table>
          <thead>
            <tr>
              <th>TT</th>
              <th>Đơn vị</th>
              <th>Nội dung</th>
              <th>Thời hạn</th>
            </tr>
          </thead>
          <tbody>
            {lateUnits.map(({ unitName, lines }, place) =>
              lines.map(({ text, days }, index) => (
                <tr>
                  {index === 0 && (
                    <>
                      <td rowSpan={lines.length}>{place + 1}</td>
                      <td rowSpan={lines.length}>{unitName}</td>
                    </>
                  )}
                  <td>{asSentence(text)}</td>
                  <td class="days">{days.map(shownDay).join('; ')}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
        <p class="body">
          Đề nghị các đơn vị khẩn trương thực hiện và báo cáo kết quả; nếu có vướng mắc, kịp thời phản ánh để được hướng
          dẫn./.
        </p>
        <div class="letter-foot">
          <div>
            <p class="recipients">Nơi nhận:</p>
            <p class="small">- Như trên;</p>
            <p class="small">- Lưu: VT.</p>
          </div>
          <div>
            <p class="capitals strong">Thủ trưởng đơn vị</p>
            <p class="small italic">(Ký, ghi rõ họ tên, đóng dấu)</p>
          </div>
        </div>
      </article>
    </Shell>
  )
}

/** Nobody writes to their own office, unless it is the only one that was picked. */
function othersOf(late: readonly LateTask[], issuer: string): readonly LateTask[] {
  const others = late.filter(({ unitName }) => unitName !== issuer)
  return others.length > 0 ? others : late
}

/** «Kế hoạch số 38/KH-UBND ngày 27/01/2026 “…”»; a number left open on the paper is not said, a plan that the actor may not read neither. */
function planOf({ planTitle, planNumber, planIssued }: LateTask): string {
  if (!planTitle) return ''
  const number = planNumber && /\d/.test(planNumber) ? ` số ${planNumber}` : ''
  const day = number && planIssued && /^\d{4}-\d{2}-\d{2}$/.test(planIssued) ? ` ngày ${shownDay(planIssued)}` : ''
  return `Kế hoạch${number}${day} “${planTitle}”`
}
