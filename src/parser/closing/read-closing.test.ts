import { describe, expect, it } from 'vitest'
import type { SourceText } from '../../core/text/source.ts'
import type { PlanDocument } from '../contract.ts'
import { outlineOf } from '../outline/outline-of.ts'
import { planWithSources } from '../plan-with-sources.ts'
import { readClosing } from './read-closing.ts'

const source = (text: string): SourceText => ({ text, lines: 'wrapped', tables: [], notes: [], uncertain: [] })
const TOP =
  'KẾ HOẠCH\nNhân rộng điển hình tiên tiến năm 2026\n\nI. MỤC ĐÍCH\n1. Tìm gương tốt.\n2. Nhân rộng gương tốt./.\n\n'

type Closing = Pick<PlanDocument, 'signer' | 'recipients'>
const closingOf = (text: string): Closing =>
  planWithSources<Closing>(readClosing(outlineOf(source(TOP + text))).value).value

const EXPECTED: Closing = {
  signer: { name: 'Trần Thị Hải Yến', position: 'Phó Chủ tịch', authority: 'KT. CHỦ TỊCH' },
  recipients: ['Sở Nội vụ (b/c)', 'Các phòng, ban', 'Lưu: VT, NV'],
}

describe('the closing of a plan, however it is laid out', () => {
  it('is read with the recipients above the signature', () => {
    expect(
      closingOf(
        'Nơi nhận:\n- Sở Nội vụ (b/c);\n- Các phòng, ban;\n- Lưu: VT, NV.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Hải Yến',
      ),
    ).toEqual(EXPECTED)
  })

  it('is read where the recipients stand below «Nơi gửi»', () => {
    expect(
      closingOf(
        'Nơi gửi:\n- Sở Nội vụ (b/c);\n- Các phòng, ban;\n- Lưu: VT, NV.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Thị Hải Yến',
      ),
    ).toEqual(EXPECTED)
  })

  it('is read with the signature above the recipients', () => {
    expect(
      closingOf(
        'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(đã ký)\nTrần Thị Hải Yến\n\nNơi nhận:\n- Sở Nội vụ (b/c);\n- Các phòng, ban;\n- Lưu: VT, NV.',
      ),
    ).toEqual(EXPECTED)
  })

  it('is read from columns side by side', () => {
    const text = `Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- Sở Nội vụ (b/c);                        KT. CHỦ TỊCH
- Các phòng, ban;                         PHÓ CHỦ TỊCH
- Lưu: VT, NV.

                                        Trần Thị Hải Yến`
    expect(closingOf(text)).toEqual(EXPECTED)
  })

  it('is read from columns that have run into each other', () => {
    const text =
      'Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ (b/c); KT. CHỦ TỊCH\n- Các phòng, ban; PHÓ CHỦ TỊCH\n- Lưu: VT, NV. Trần Thị Hải Yến'
    expect(closingOf(text)).toEqual(EXPECTED)
  })

  it('gives a line without a dash to the recipient above it', () => {
    const text =
      'Nơi nhận:\n- UBND các xã: Tân An, Bình Sơn;\nCẩm Lĩnh; thị trấn Hòa Bình;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nTrần Thị Hải Yến'
    expect(closingOf(text)).toEqual({
      signer: { name: 'Trần Thị Hải Yến', position: 'Chủ tịch', authority: null },
      recipients: ['UBND các xã: Tân An, Bình Sơn; Cẩm Lĩnh; thị trấn Hòa Bình', 'Lưu: VT'],
    })
  })

  it('leaves out a digital signature and the approval of another office', () => {
    const text = `CHÁNH THANH TRA
Lê Văn Bình
Nơi nhận:
- Lãnh đạo Sở;
- Lưu: TTra.
PHÊ DUYỆT CỦA GIÁM ĐỐC
Võ Thị Lan
Người ký: Văn phòng Sở
Email: vanphong@example.gov.vn`
    expect(closingOf(text)).toEqual({
      signer: { name: 'Lê Văn Bình', position: 'Chánh Thanh tra', authority: null },
      recipients: ['Lãnh đạo Sở', 'Lưu: TTra'],
    })
  })

  it('reads rank, capitals and an unsigned draft', () => {
    expect(closingOf('TM. BAN CHỈ HUY\nCHỈ HUY TRƯỞNG\n\nTrung tá Đặng Hồng Sơn').signer).toEqual({
      name: 'Đặng Hồng Sơn',
      position: 'Chỉ huy trưởng',
      authority: 'TM. BAN CHỈ HUY',
    })
    expect(closingOf('TM. ỦY BAN NHÂN DÂN').signer).toEqual({
      name: null,
      position: null,
      authority: 'TM. ỦY BAN NHÂN DÂN',
    })
  })
})
