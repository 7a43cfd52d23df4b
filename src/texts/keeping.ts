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
