export const accessPaths = {
  claim: '/lan-dau',
  signIn: '/dang-nhap',
  secondStep: '/dang-nhap/buoc-hai',
  signOut: '/dang-xuat',
  code: '/ma',
  account: '/tai-khoan',
  password: '/tai-khoan/mat-khau',
  totp: '/tai-khoan/xac-thuc',
  confirmTotp: '/tai-khoan/xac-thuc/xac-nhan',
  dropTotp: '/tai-khoan/xac-thuc/bo',
  endSession: (id: string) => `/tai-khoan/phien/${id}/ket-thuc`,
  tokens: '/tai-khoan/ma-truy-cap',
  revokeToken: (id: string) => `/tai-khoan/ma-truy-cap/${id}/thu-hoi`,
  ownData: '/tai-khoan/du-lieu.json',
  endOthers: '/tai-khoan/phien/ket-thuc-het',
  /** Where an invitation or a one-time code leads. */
  codeLink: (code: string) => `/ma?ma=${encodeURIComponent(code)}`,
} as const
