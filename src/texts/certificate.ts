import type { CertificateTroubleCode } from '../platform/http/tls/read-certificate.ts'

/** Why HTTPS cannot be spoken with the files of the settings, and what to do. */
export const certificateTexts: Readonly<Record<CertificateTroubleCode, (file: string) => string>> = {
  'file-missing': (file) => `Không có tệp ${file} ghi trong LANTOA_CERT hoặc LANTOA_KEY. Hãy kiểm tra lại đường dẫn.`,
  'file-unreadable': (file) => `Không đọc được tệp ${file}. Hãy cấp quyền đọc tệp này cho tài khoản chạy Lan Tỏa.`,
  'not-a-certificate': (file) =>
    `Tệp ${file} không phải là chứng chỉ HTTPS dạng PEM (bắt đầu bằng -----BEGIN CERTIFICATE-----). Hãy dùng tệp chứng chỉ kèm các chứng chỉ trung gian.`,
  'not-a-key': (file) => `Tệp ${file} không phải là khóa riêng dạng PEM (bắt đầu bằng -----BEGIN … PRIVATE KEY-----).`,
  'locked-key': (file) =>
    `Khóa riêng trong ${file} có mật khẩu nên máy chủ không tự mở được. Hãy bỏ mật khẩu của khóa, ví dụ: openssl pkey -in khoa-cu.pem -out khoa-moi.pem`,
  mismatch: (file) =>
    `Chứng chỉ ${file} và khóa riêng không thuộc cùng một cặp. Hãy dùng đúng khóa đã tạo cùng yêu cầu cấp chứng chỉ đó.`,
}
