/** Words of `lantoa service`. */
export const bootTexts = {
  usage:
    'Cách dùng: lantoa service [--write] [--user TÀI-KHOẢN] [--linux | --windows]. Không có --write thì chỉ in ra để xem.',
  cannotWrite: (place: string) => `Không ghi được ${place}. Hãy chạy lệnh này bằng quyền quản trị (sudo).`,
  linuxNext: (place: string) => `Đã ghi ${place}. Chạy tiếp:
  sudo systemctl daemon-reload
  sudo systemctl enable --now lantoa
Xem mã thiết lập của lần đầu và các thông báo: journalctl -u lantoa`,
  windowsNext: (place: string) => `Đã ghi ${place}. Mở cửa sổ lệnh bằng quyền quản trị và chạy tiếp:
  schtasks /Create /TN "Lan Toa" /XML "${place}"
  schtasks /Run /TN "Lan Toa"`,
  moveSettings: (names: readonly string[], folder: string) =>
    `Hãy ghi các thiết lập sau vào tệp lantoa.env trong thư mục ${folder}, vì dịch vụ không nhận được từ cửa sổ lệnh này: ${names.join(', ')}`,
}
