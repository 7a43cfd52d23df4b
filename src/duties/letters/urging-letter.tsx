import { asSentence } from '../../core/text/casing.ts'
import { shownDay } from '../../ui/dates.ts'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { dutyPaths } from '../paths.ts'
import type { LateTask } from '../queries/list-laggards.ts'

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
  const units = [...new Set(late.map(({ unitName }) => unitName))]
  const plans = [...new Set(late.map(({ planTitle }) => planTitle))]
  return (
    <Shell view={view} title="Công văn đôn đốc" styles={['letter']}>
      <h1 class="no-print">Công văn đôn đốc</h1>
      <p class="page-actions no-print mb-4">
        <a class="button" href={dutyPaths.overview}>
          Quay lại theo dõi
        </a>
        <span class="hint">In bằng Ctrl+P; số, ngày và người ký để trống cho văn thư.</span>
      </p>
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
          Thực hiện {plans.map((plan) => `kế hoạch «${plan}»`).join('; ')}, đến ngày {shownDay(today)} các đơn vị sau
          chưa hoàn thành những việc đã quá hạn:
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
            {late.map((task, index) => (
              <tr>
                <td>{index + 1}</td>
                <td>{task.unitName}</td>
                <td>{asSentence(task.text)}</td>
                <td class="day">{shownDay(task.dueOn)}</td>
              </tr>
            ))}
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
