import type { TroubleCode } from './platform/db/postgres/trouble.ts'
import type { SchemaTrouble } from './platform/db/schema-trouble.ts'

/** Words of the house itself: start, stop, the command line. */
export const navigation = {
  vi: {
    tasks: 'Việc của tôi',
    followUp: 'Theo dõi',
    plans: 'Kế hoạch',
    units: 'Đơn vị',
    people: 'Cán bộ',
    journal: 'Nhật ký',
    setUp: 'Thiết lập người quản trị',
    signIn: 'Đăng nhập',
  },
  en: {
    tasks: 'My tasks',
    followUp: 'Follow-up',
    plans: 'Plans',
    units: 'Units',
    people: 'People',
    journal: 'Journal',
    setUp: 'Set up the administrator',
    signIn: 'Sign in',
  },
}

type Facts = Readonly<Record<string, string | number>>

const folderOf = ({ folder }: Facts) => (folder ? ` (${folder})` : '')

/** Why the database cannot be used, and what to do. */
export const troubleTexts: Readonly<Record<TroubleCode, (facts: Facts) => string>> = {
  'disk-full': (facts) =>
    `Ổ đĩa đã đầy nên cơ sở dữ liệu không ghi được${folderOf(facts)}. Hãy giải phóng dung lượng (nên còn trống ít nhất 1 GB) rồi khởi động lại; dữ liệu đã ghi không bị mất.`,
  'data-in-use': ({ folder, pid }) =>
    `Thư mục dữ liệu ${folder} đang được một máy chủ PostgreSQL khác sử dụng${pid ? ` (tiến trình ${pid})` : ''}. Hãy dừng tiến trình đó, hoặc đặt LANTOA_DATA trỏ tới một thư mục khác.`,
  'still-ending': ({ folder }) =>
    `PostgreSQL lần trước trên ${folder} chưa dừng hẳn. Hãy đợi khoảng một phút rồi khởi động lại.`,
  'already-serving': ({ folder, address, pid }) =>
    `Lan Tỏa đang chạy trên thư mục dữ liệu ${folder}${address ? `, địa chỉ ${address}` : ''}${pid ? ` (tiến trình ${pid})` : ''}. Mở địa chỉ đó để dùng; muốn khởi động lại thì dừng bản đang chạy trước, muốn chạy thêm một bản riêng thì đặt LANTOA_DATA và PORT khác.`,
  'other-version': ({ folder, found, wanted }) =>
    `Dữ liệu trong ${folder} thuộc PostgreSQL ${found}, còn bản Lan Tỏa này dùng PostgreSQL ${wanted}. Dữ liệu được giữ nguyên. Hãy chạy «npx lantoa upgrade» để chuyển dữ liệu (hướng dẫn: docs/guides/keep-and-move.md), hoặc chạy lại bản Lan Tỏa cũ.`,
  'no-old-binaries': ({ folder, found, wanted }) =>
    `Để chuyển dữ liệu trong ${folder} từ PostgreSQL ${found} sang ${wanted} cần có chương trình PostgreSQL ${found}, nhưng không tìm thấy trên máy này. Hãy ghi rõ nơi cài bản Lan Tỏa cũ: lantoa upgrade --from THƯ-MỤC; hoặc khôi phục bản sao lưu gần nhất vào một thư mục dữ liệu mới. Chưa có gì bị thay đổi.`,
  corrupted: ({ folder, log, last }) =>
    `Dữ liệu trong ${folder} bị hỏng nên PostgreSQL không khởi động được: «${last}». Đừng xóa gì; hãy sao chép cả thư mục sang nơi khác rồi khôi phục từ bản sao lưu gần nhất.${log ? ` Nhật ký: ${log}` : ''}`,
  'data-missing': ({ folder }) =>
    `Thư mục dữ liệu đã từng có cơ sở dữ liệu nhưng nay không thấy ${folder}. Hãy đưa phần bị thiếu trở lại hoặc khôi phục từ bản sao lưu; muốn bắt đầu lại từ đầu thì đặt LANTOA_DATA trỏ tới một thư mục mới.`,
  'no-memory': () => 'Máy không còn đủ bộ nhớ để chạy cơ sở dữ liệu. Hãy đóng bớt chương trình khác rồi khởi động lại.',
  'no-permission': ({ folder }) =>
    `Không có quyền dùng thư mục ${folder ?? 'dữ liệu'}. Hãy chạy bằng tài khoản đã tạo thư mục đó, cấp quyền đọc và ghi cho tài khoản đang dùng, hoặc đặt LANTOA_DATA (khi chạy bằng root: LANTOA_STATE) trỏ tới một thư mục khác.`,
  'no-unprivileged-account': () =>
    'PostgreSQL không chạy bằng root và máy này không có tài khoản thường nào (kể cả nobody). Hãy tạo một tài khoản thường, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.',
  'no-binaries': ({ platform }) =>
    `Chưa có PostgreSQL cho hệ máy ${platform}. Hãy chạy «npm ci» để cài lại, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL từ phiên bản 15.`,
  'too-slow': ({ log }) => `PostgreSQL chưa sẵn sàng sau một phút. Hãy xem nhật ký ${log} rồi thử lại.`,
  unreachable: ({ reason }) =>
    `Không kết nối được tới cơ sở dữ liệu ghi trong DATABASE_URL: ${reason}. Hãy kiểm tra máy chủ PostgreSQL có đang chạy không, địa chỉ, tên và mật khẩu có đúng không.`,
  unknown: ({ last, log }) => `PostgreSQL không khởi động được: «${last}».${log ? ` Nhật ký: ${log}` : ''}`,
}

type SchemaSentence = (trouble: SchemaTrouble) => string

export const schemaTexts: Readonly<Record<SchemaTrouble['code'], SchemaSentence>> = {
  'newer-schema': ({ migration }) =>
    `Cơ sở dữ liệu đã được một bản Lan Tỏa mới hơn nâng cấp (${migration}). Hãy chạy bản mới đó; bản này không đụng vào dữ liệu. Muốn trở lại bản này thì dùng nó khôi phục tệp lantoa-before-… trong thư mục sao lưu vào một thư mục dữ liệu mới.`,
  'changed-migration': ({ migration }) =>
    `Tệp migrations/${migration} khác với bản đã áp dụng vào cơ sở dữ liệu. Hãy cài lại Lan Tỏa đúng bản phát hành; dữ liệu được giữ nguyên.`,
  'migration-failed': ({ migration, backup, cause }) =>
    `Nâng cấp cơ sở dữ liệu dừng ở bước ${migration}: ${(cause as Error | undefined)?.message ?? ''}. Bước này đã được hoàn tác.${backup ? ` Toàn bộ dữ liệu trước khi nâng cấp nằm trong ${backup}; muốn làm việc tiếp ngay thì dùng bản Lan Tỏa cũ khôi phục tệp đó vào một thư mục dữ liệu mới.` : ''}`,
}

/** Why nobody can listen on the port. */
export function listenText(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Cổng ${port} đang được một chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác, ví dụ: PORT=${port + 1} npm start`
  if (code === 'EACCES')
    return `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên, ví dụ: PORT=8420 npm start`
  return `Không lắng nghe được tại ${host}:${port} (${code}). Hãy kiểm tra lại HOST và PORT.`
}

export const serveTexts = {
  certificateOver: (day: string) =>
    `CẢNH BÁO: chứng chỉ HTTPS đã hết hạn từ ngày ${day}; trình duyệt sẽ báo không an toàn. Hãy thay tệp chứng chỉ mới, máy chủ tự nạp lại.`,
  certificateSoon: (day: string) =>
    `Chứng chỉ HTTPS sẽ hết hạn ngày ${day}. Hãy thay tệp chứng chỉ mới trước ngày đó, máy chủ tự nạp lại.`,
  certificateEarly: (day: string) =>
    `CẢNH BÁO: chứng chỉ HTTPS chỉ có hiệu lực từ ngày ${day}. Hãy kiểm tra lại tệp chứng chỉ và đồng hồ của máy.`,
  certificateRenewed: (day: string) => `Đã nạp chứng chỉ HTTPS mới, có hiệu lực đến ngày ${day}.`,
  certificateRefused: (reason: string) => `Vẫn dùng chứng chỉ HTTPS cũ, vì tệp mới không dùng được: ${reason}`,
  address: (address: string) => `Lan Tỏa đang chạy tại ${address}\nNhấn Ctrl+C để dừng.`,
  adopted: 'Cơ sở dữ liệu vẫn còn chạy từ lần trước, đã tiếp quản.',
  claim: (address: string, code: string) =>
    `Chưa có người quản trị nên chỉ mở cho máy này.
Mở ${address} và nhập mã thiết lập: ${code}`,
  office: (addresses: readonly string[]) =>
    `Máy khác trong cơ quan mở: ${addresses.join('  ')}
Điện thoại quét mã sau:`,
  stopping: 'Đang dừng…',
  stopped: 'Đã dừng.',
  fault: (log: string) => `Lan Tỏa dừng vì một lỗi ngoài dự kiến. Chi tiết trong ${log}`,
}

export const cliTexts = {
  help: `Lan Tỏa: đọc và thực hiện kế hoạch xây dựng, bồi dưỡng, nhân rộng điển hình tiên tiến.

Cách dùng:
  lantoa serve                     chạy máy chủ và in địa chỉ để mở bằng trình duyệt
  lantoa plan extract TỆP…         đọc kế hoạch và in nội dung dưới dạng JSON
      --text                       chỉ in văn bản đã chỉnh sửa lỗi trình bày
      --questions                  thêm những chỗ chưa chắc chắn, cần người xem lại
      --spans                      thêm vị trí của từng nội dung trong văn bản và phần chưa dùng đến
  lantoa demo                      dựng một xã hư cấu trong thư mục riêng rồi chạy
  lantoa backup TỆP                sao lưu toàn bộ vào một tệp, máy chủ vẫn chạy
  lantoa restore TỆP               khôi phục vào thư mục dữ liệu còn trống
  lantoa upgrade [--from THƯ-MỤC]  chuyển dữ liệu của PostgreSQL cũ sang bản đi kèm
  lantoa service [--write]         in (ghi) cấu hình tự chạy khi bật máy
  lantoa journal verify            kiểm tra nhật ký có bị sửa hay không
  lantoa --version                 in số phiên bản
  lantoa --help                    in hướng dẫn này

Loại tệp đọc được: .txt .docx .doc .rtf .odt .pdf (kể cả bản quét) .png .jpg .heic
Nhiều tệp: mỗi kế hoạch một dòng JSON, theo đúng thứ tự. Mã thoát là 1 nếu có tệp không đọc được.

Thiết lập bằng biến môi trường, hoặc bằng tệp lantoa.env trong thư mục chương trình (mỗi dòng TÊN=GIÁ-TRỊ):
  PORT, HOST                       cổng và địa chỉ của máy chủ (mặc định 8420; máy này, và mạng cơ quan
                                   khi đã có người quản trị)
  LANTOA_DATA                      thư mục dữ liệu (mặc định: thư mục data của chương trình)
  DATABASE_URL                     dùng máy chủ PostgreSQL có sẵn, từ phiên bản 15
  LANTOA_CERT, LANTOA_KEY          tệp chứng chỉ và khóa riêng để dùng https
Tất cả các thiết lập: docs/guides/settings.md
`,
  unknownCommand: (given: string) => `Không có lệnh «${given}». Xem hướng dẫn: lantoa --help`,
  unknownOption: (given: string) => `Không có tùy chọn «${given}». Xem hướng dẫn: lantoa --help`,
}

const pageOf = (page: number, pages: number) => {
  if (page === 0) return ''
  return pages > 0 ? ` trang ${page}/${pages}` : ` trang ${page}`
}

export const extractTexts = {
  noSuchFile: 'Không tìm thấy tệp này.',
  noFile: 'Chưa có tệp nào. Cách dùng: lantoa plan extract TỆP…',
  text: (name: string, page: number, pages: number) => `${name}: đang đọc${pageOf(page, pages)}`,
  recognise: (name: string, page: number, pages: number) => `${name}: đang nhận dạng chữ${pageOf(page, pages)}`,
  fault: (message: string) => `không đọc được vì một lỗi của chương trình: ${message}`,
}

export const journalTexts = {
  whole: (chains: number, entries: number) => `Nhật ký nguyên vẹn: ${chains} chuỗi, ${entries} dòng.`,
  broken: (unit: number, entry: number, fault: string) => `Nhật ký của đơn vị số ${unit}: dòng ${entry} ${fault}.`,
  faults: {
    gap: 'bị thiếu',
    link: 'không nối với dòng trước',
    content: 'đã bị sửa',
    end: 'không khớp với điểm cuối của chuỗi',
  },
}

export const demoTexts = {
  unitName: 'Ủy ban nhân dân xã Đồng Rạng',
  administrator: 'Lò Văn Quản',
  password: 'mùa ban nở trắng',
  reason: 'Dữ liệu minh họa',
  filling: 'Đang dựng dữ liệu minh họa (đơn vị, con người đều là hư cấu)…',
  realData: (folder: string) =>
    `Thư mục ${folder} chứa dữ liệu thật; dữ liệu minh họa cần thư mục riêng. Hãy bỏ LANTOA_DATA hoặc chọn thư mục khác.`,
  accounts: (password: string) =>
    `Dữ liệu minh họa. Đăng nhập bằng: quan.tri (quản trị), hoa.vu (phụ trách thi đua), tu.dinh (Hội Nông dân) … Mật khẩu chung: ${password}`,
}
