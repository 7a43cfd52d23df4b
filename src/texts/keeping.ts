/** Words of backup and restore. */
type BackupFacts = Readonly<Record<string, string | number>>

export const backupTexts = {
  noFile: 'Chưa ghi tên tệp sao lưu. Ví dụ: lantoa backup sao-luu-2026-11-20.lantoa',
  writing: 'Đang sao lưu…',
  checking: 'Đang kiểm tra tệp sao lưu và khôi phục…',
  written: (file: string, rows: number, files: number) => `Đã sao lưu ${rows} dòng dữ liệu và ${files} tệp vào ${file}`,
  restored: (madeAt: string, rows: number, files: number) =>
    `Đã khôi phục bản sao lưu lúc ${madeAt}: ${rows} dòng dữ liệu và ${files} tệp. Chạy «npm start» để dùng.`,
  troubles: {
    'file-exists': ({ file }) => `Tệp ${file} đã có; sao lưu không ghi đè. Hãy đặt tên khác.`,
    'no-such-file': ({ file }) => `Không có tệp ${file}. Hãy kiểm tra lại đường dẫn.`,
    'not-a-backup': () =>
      'Tệp này không phải là bản sao lưu của Lan Tỏa, hoặc đã bị cắt cụt. Hãy dùng bản sao lưu khác.',
    'newer-backup': ({ migration }) =>
      `Bản sao lưu do một bản Lan Tỏa mới hơn tạo ra (${migration}). Hãy cài bản mới đó rồi khôi phục.`,
    'damaged-backup': ({ entry }) =>
      `Bản sao lưu bị hỏng ở phần ${entry}. Chưa có gì bị thay đổi; hãy dùng bản sao lưu khác.`,
    'house-not-empty': () =>
      'Thư mục dữ liệu này đã có dữ liệu; khôi phục không ghi đè. Hãy đặt LANTOA_DATA (hoặc DATABASE_URL) trỏ tới nơi còn trống.',
    'restore-running': () =>
      'Một lệnh khôi phục khác đang chạy trên dữ liệu này. Hãy đợi lệnh đó xong rồi thử lại; chưa có gì bị thay đổi.',
    'file-lost': ({ file }) => `Không đọc được tệp ${file} trong kho; sao lưu đã dừng. Hãy kiểm tra ổ đĩa.`,
  } satisfies Record<string, (facts: BackupFacts) => string>,
}

interface ConvertedFacts {
  readonly fromMajor: string
  readonly toMajor: string
  readonly rows: number
  readonly backup: string
  readonly old: string
}

export const upgradeTexts = {
  usage: 'Cách dùng: lantoa upgrade [--from THƯ-MỤC], thư mục là nơi cài bản Lan Tỏa cũ hoặc nơi có PostgreSQL cũ.',
  foreignServer:
    'Đang dùng máy chủ PostgreSQL riêng (DATABASE_URL): việc nâng cấp máy chủ đó do người quản trị cơ sở dữ liệu làm. Lược đồ dữ liệu được nâng cấp khi khởi động Lan Tỏa.',
  working: 'Đang sao lưu bằng PostgreSQL cũ rồi chuyển sang PostgreSQL mới…',
  nothing: 'Cơ sở dữ liệu đã đúng phiên bản PostgreSQL của bản Lan Tỏa này, không có gì phải làm.',
  done: ({ fromMajor, toMajor, rows, backup, old }: ConvertedFacts) =>
    `Đã chuyển dữ liệu từ PostgreSQL ${fromMajor} sang ${toMajor}: ${rows} dòng. Chạy «npm start» để dùng.
Dữ liệu cũ còn nguyên trong ${old}
và trong bản sao lưu ${backup}.
Khi đã dùng ổn định thì có thể xóa thư mục dữ liệu cũ.`,
}
