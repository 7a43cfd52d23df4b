import { words } from '../../ui/lang.ts'

/** What erasing a person's data does, word for word: it cannot be taken back. */
export const erasureTexts = words({
  vi: {
    /** What stands where a name stood. */
    name: 'Người đã xóa dữ liệu',
    title: 'Xóa dữ liệu cá nhân',
    lead: (name: string) =>
      `Xóa những gì cho biết «${name}» là ai, theo yêu cầu của chính người ấy. Không hoàn tác được.`,
    goes: 'Sẽ bị xóa hẳn',
    goesList: [
      'Họ tên, tên đăng nhập, số điện thoại, thư điện tử.',
      'Mật khẩu, xác thực hai bước, tài khoản cơ quan đã gắn, mọi phiên đăng nhập, mã dùng một lần, mã truy cập API.',
      'Thông báo, cách nhắc việc, địa chỉ lịch riêng.',
      'Khóa mở những giá trị về người này trong nhật ký (họ tên, số điện thoại, địa chỉ mạng): từ nay không ai đọc được.',
      'Lý do ghi trong các ủy quyền.',
    ],
    ends: 'Sẽ kết thúc từ hôm nay',
    endsList: ['Mọi vị trí công tác và ủy quyền.', 'Các webhook do người này đặt.'],
    stays: 'Vẫn giữ',
    staysList: [
      'Những việc người này đã làm trong nhật ký, dưới tên «Người đã xóa dữ liệu»; chuỗi nhật ký vẫn kiểm tra được.',
      'Vị trí công tác đã qua (đơn vị, chức danh, thời gian), không kèm tên.',
      'Kế hoạch, báo cáo và tệp đã đưa vào; tên người in trong văn bản không bị sửa.',
    ],
    copies: (days: number) =>
      days === 0
        ? 'Bản sao lưu đã làm trước đây vẫn còn dữ liệu này; hãy xóa các bản ấy.'
        : `Bản sao lưu hằng đêm còn giữ dữ liệu này đến khi hết hạn (${days} ngày).`,
    button: 'Xóa vĩnh viễn',
    done: 'Đã xóa dữ liệu cá nhân.',
  },
  en: {
    name: 'Erased person',
    title: 'Erase personal data',
    lead: (name: string) => `Erases what says who “${name}” is, at their own request. It cannot be undone.`,
    goes: 'Is erased for good',
    goesList: [
      'Full name, user name, phone number, mail address.',
      'Password, two-step sign-in, the linked office account, every session, one-time codes, API tokens.',
      'Notices, reminder settings, the private calendar address.',
      'The key to what the journal says of this person (names, numbers, network addresses): nobody can read it any more.',
      'The reasons written into delegations.',
    ],
    ends: 'Ends today',
    endsList: ['Every position and delegation.', 'Webhooks that this person made.'],
    stays: 'Stays',
    staysList: [
      'What this person did, in the journal, under “Erased person”; the chain still verifies.',
      'Former positions (unit, title, time) without the name.',
      'Plans, reports and files that were handed in; names printed in documents are not changed.',
    ],
    copies: (days: number) =>
      days === 0
        ? 'Copies made before still hold this data; remove them.'
        : `Nightly copies hold this data until they expire (${days} days).`,
    button: 'Erase for good',
    done: 'The personal data has been erased.',
  },
})
