/** What is wrong with a setting, and how it is written. One entry a variable. */
export const configTexts = {
  DATABASE_URL: () =>
    'DATABASE_URL không đúng. Viết theo mẫu: postgresql://tên:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu',
  LANTOA_DATA: (value: string) => `LANTOA_DATA là thư mục dữ liệu, không dùng được giá trị «${value}».`,
  LANTOA_STATE: (value: string) =>
    `LANTOA_STATE là đường dẫn đầy đủ tới thư mục chứa cơ sở dữ liệu khi chạy bằng root, ví dụ /var/lib/lantoa; không dùng được giá trị «${value}».`,
  HOST: (value: string) => `HOST là địa chỉ mà máy chủ lắng nghe, ví dụ 127.0.0.1; không dùng được giá trị «${value}».`,
  PORT: (value: string) => `PORT là số cổng từ 0 đến 65535; không dùng được giá trị «${value}».`,
  LANTOA_PAGE_LIMIT: (value: string) =>
    `LANTOA_PAGE_LIMIT là số trang tối đa của một văn bản, từ 1 đến 5000; không dùng được giá trị «${value}».`,
  LANTOA_UPLOAD_LIMIT_MB: (value: string) =>
    `LANTOA_UPLOAD_LIMIT_MB là dung lượng tối đa của một tệp tính bằng MB, từ 1 đến 2000; không dùng được giá trị «${value}».`,
  LANTOA_READERS: (value: string) =>
    `LANTOA_READERS là số văn bản được đọc cùng lúc, từ 1 đến 32; không dùng được giá trị «${value}».`,
  LANTOA_BACKUPS: (value: string) =>
    `LANTOA_BACKUPS là thư mục chứa bản sao lưu hằng đêm, không dùng được giá trị «${value}».`,
  LANTOA_BACKUP_DAYS: (value: string) =>
    `LANTOA_BACKUP_DAYS là số ngày giữ bản sao lưu hằng đêm, 0 là không sao lưu; không dùng được giá trị «${value}».`,
  LANTOA_PROXY: (value: string) =>
    `LANTOA_PROXY là 1 khi máy chủ trung gian (proxy) chạy trên chính máy này, là địa chỉ hoặc dải mạng của nó khi chạy trên máy khác (ví dụ 10.0.0.5 hoặc 10.0.0.0/24), là 0 khi không có; không dùng được giá trị «${value}».`,
  LANTOA_CERT: () =>
    'LANTOA_CERT và LANTOA_KEY phải đi cùng nhau: tệp chứng chỉ HTTPS và tệp khóa riêng của nó. Đang thiếu LANTOA_CERT.',
  LANTOA_KEY: () =>
    'LANTOA_CERT và LANTOA_KEY phải đi cùng nhau: tệp chứng chỉ HTTPS và tệp khóa riêng của nó. Đang thiếu LANTOA_KEY.',
  LANTOA_HTTP_PORT: (value: string) =>
    `LANTOA_HTTP_PORT là cổng chỉ đường từ http sang https, khác PORT, chỉ dùng cùng LANTOA_CERT; không dùng được giá trị «${value}».`,
  LANTOA_HSTS_DAYS: (value: string) =>
    `LANTOA_HSTS_DAYS là số ngày trình duyệt chỉ dùng https, từ 0 đến 730; không dùng được giá trị «${value}».`,
  LANTOA_LOG_MB: (value: string) =>
    `LANTOA_LOG_MB là dung lượng tối đa của một tệp nhật ký máy chủ tính bằng MB, từ 1 đến 1000; không dùng được giá trị «${value}».`,
  LANTOA_LOG_FILES: (value: string) =>
    `LANTOA_LOG_FILES là số tệp nhật ký máy chủ cũ được giữ lại, từ 1 đến 100; không dùng được giá trị «${value}».`,
  LANTOA_REQUEST_LOG: (value: string) =>
    `LANTOA_REQUEST_LOG là 1 để ghi lại từng lượt truy cập (không ghi thông tin cá nhân), là 0 để không ghi; không dùng được giá trị «${value}».`,
  LANTOA_METRICS_TOKEN: () =>
    'LANTOA_METRICS_TOKEN là mã cho chương trình giám sát, từ 16 đến 200 ký tự, không có dấu cách.',
  LANTOA_SMTP_URL: () =>
    'LANTOA_SMTP_URL là địa chỉ máy chủ thư của cơ quan, viết theo mẫu: smtp://tên:mật-khẩu@máy-chủ:587 (hoặc smtps://…:465)',
  LANTOA_MAIL_FROM: (value: string) =>
    `LANTOA_MAIL_FROM là người gửi ghi trên thư, ví dụ: Lan Tỏa <thidua@xa.example.vn>; không dùng được giá trị «${value}».`,
  LANTOA_ADDRESS: (value: string) =>
    `LANTOA_ADDRESS là địa chỉ mọi người mở hệ thống, ví dụ https://lantoa.xa.example.vn, không có dấu / ở cuối; không dùng được giá trị «${value}».`,
  LANTOA_QUIET_HOURS: (value: string) =>
    `LANTOA_QUIET_HOURS là những giờ không gửi thư, ví dụ 20-7 là từ 20 giờ đến 7 giờ sáng; không dùng được giá trị «${value}».`,
  LANTOA_WEBHOOK_LOCAL: (value: string) =>
    `LANTOA_WEBHOOK_LOCAL là 1 khi webhook được gửi tới máy trong mạng nội bộ, là 0 khi không; không dùng được giá trị «${value}».`,
  LANTOA_OIDC_ISSUER: (value: string) =>
    `LANTOA_OIDC_ISSUER là địa chỉ máy chủ đăng nhập một lần (OpenID Connect) của cơ quan, ví dụ https://sso.tinh.example.vn; http chỉ dùng được cho chính máy này; không dùng được giá trị «${value}».`,
  LANTOA_OIDC_CLIENT: () =>
    'LANTOA_OIDC_CLIENT là mã ứng dụng mà máy chủ đăng nhập một lần cấp cho Lan Tỏa; phải có khi đặt LANTOA_OIDC_ISSUER.',
  LANTOA_OIDC_SECRET: () => 'LANTOA_OIDC_SECRET là khóa bí mật đi cùng LANTOA_OIDC_CLIENT; để trống nếu không có.',
  LANTOA_OIDC_NAME: () =>
    'LANTOA_OIDC_NAME là tên hiện trên nút đăng nhập, nhiều nhất 60 ký tự, ví dụ: Tài khoản công vụ tỉnh.',
  LANTOA_OIDC_LINK: (value: string) =>
    `LANTOA_OIDC_LINK là email, user-name hoặc none: tài khoản cơ quan được gắn với cán bộ có cùng thư điện tử, cùng tên đăng nhập, hay chỉ do chính họ gắn; không dùng được giá trị «${value}».`,
}

export const settingsFileTexts = {
  unknown: (name: string) =>
    `Tệp lantoa.env có dòng «${name}» không phải là thiết lập của Lan Tỏa. Các thiết lập: docs/guides/settings.md`,
  unreadable: (path: string) => `Không đọc được tệp ${path}. Hãy cấp quyền đọc cho tài khoản chạy Lan Tỏa.`,
}
