/** Words of the house itself: settings, start, stop, the command line. */
export const configTexts = {
  DATABASE_URL: () =>
    'DATABASE_URL không đúng. Viết theo mẫu: postgresql://tên:mật-khẩu@máy-chủ:5432/tên-cơ-sở-dữ-liệu',
  LANTOA_DATA: (value: string) => `LANTOA_DATA là thư mục dữ liệu, không dùng được giá trị «${value}».`,
  HOST: (value: string) => `HOST là địa chỉ mà máy chủ lắng nghe, ví dụ 127.0.0.1; không dùng được giá trị «${value}».`,
  PORT: (value: string) => `PORT là số cổng từ 0 đến 65535; không dùng được giá trị «${value}».`,
  LANTOA_PAGE_LIMIT: (value: string) =>
    `LANTOA_PAGE_LIMIT là số trang tối đa của một văn bản, từ 1 đến 5000; không dùng được giá trị «${value}».`,
  LANTOA_UPLOAD_LIMIT_MB: (value: string) =>
    `LANTOA_UPLOAD_LIMIT_MB là dung lượng tối đa của một tệp tính bằng MB, từ 1 đến 2000; không dùng được giá trị «${value}».`,
  LANTOA_READERS: (value: string) =>
    `LANTOA_READERS là số văn bản được đọc cùng lúc, từ 1 đến 32; không dùng được giá trị «${value}».`,
}
