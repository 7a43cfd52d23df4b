import { words } from '../../ui/lang.ts'

/** Words of the office's single sign-on. */
export const oidcTexts = words({
  vi: {
    account: 'tài khoản cơ quan',
    button: (name: string) => `Đăng nhập bằng ${name}`,
    or: 'hoặc',
    title: 'Tài khoản cơ quan',
    untied: (name: string) => `Chưa gắn. Gắn ${name} vào đây rồi, lần sau đăng nhập không cần mật khẩu của Lan Tỏa.`,
    tied: (name: string) => `Đã gắn ${name}. Bạn đăng nhập được bằng tài khoản ấy.`,
    tie: (name: string) => `Gắn ${name}`,
    untie: 'Bỏ gắn',
    goTitle: 'Xác nhận ở máy chủ của cơ quan',
    go: (host: string) => `Bạn sẽ đăng nhập ở ${host}, rồi được đưa trở lại đây.`,
    goOn: 'Tiếp tục',
    done: { tied: 'Đã gắn tài khoản cơ quan.', untied: 'Đã bỏ gắn tài khoản cơ quan.' },
    problems: {
      unreachable:
        'Máy chủ đăng nhập của cơ quan chưa trả lời. Hãy thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu của Lan Tỏa.',
      refused: 'Máy chủ đăng nhập của cơ quan không cho đăng nhập, hoặc bạn đã hủy. Hãy thử lại.',
      unproven:
        'Câu trả lời của máy chủ đăng nhập không kiểm chứng được nên chưa cho vào. Hãy thử lại; nếu vẫn vậy, báo người quản trị.',
      expired: 'Lần đăng nhập này đã quá 10 phút, hoặc bắt đầu ở trình duyệt khác. Hãy bấm đăng nhập lại từ đầu.',
      nobody:
        'Tài khoản này chưa ứng với ai trong Lan Tỏa. Hãy nhờ cán bộ phụ trách mời bạn, ghi đúng thư điện tử hoặc tên đăng nhập của tài khoản cơ quan.',
      'tied-otherwise':
        'Người mang thư điện tử hoặc tên này đã gắn một tài khoản cơ quan khác. Hãy đăng nhập bằng mật khẩu rồi gắn lại ở trang Tài khoản.',
      administrator:
        'Tài khoản quản trị không được gắn tự động. Hãy đăng nhập bằng mật khẩu, mở trang Tài khoản rồi bấm gắn tài khoản cơ quan.',
      'oidc-tied-otherwise': 'Tài khoản cơ quan này đang gắn với người khác trong Lan Tỏa.',
      'oidc-only-way': 'Bạn chưa đặt mật khẩu nên chưa bỏ gắn được: bỏ rồi sẽ không còn cách đăng nhập.',
    } as Readonly<Record<string, string>>,
  },
  en: {
    account: 'your office account',
    button: (name: string) => `Sign in with ${name}`,
    or: 'or',
    title: 'Office account',
    untied: (name: string) => `Not tied. Once ${name} is tied, no password of Lan Tỏa is needed any more.`,
    tied: (name: string) => `Tied. You can sign in with ${name}.`,
    tie: (name: string) => `Tie ${name}`,
    untie: 'Untie',
    goTitle: 'Confirm at your office’s server',
    go: (host: string) => `You sign in at ${host} and come back here.`,
    goOn: 'Continue',
    done: { tied: 'The office account has been tied.', untied: 'The office account has been untied.' },
    problems: {
      unreachable: 'Your office’s sign-in server does not answer. Try again in a few minutes, or use your password.',
      refused: 'Your office’s sign-in server let nobody in, or you cancelled. Try again.',
      unproven:
        'The answer of the sign-in server could not be verified. Try again; if it stays so, tell the administrator.',
      expired: 'This took longer than 10 minutes, or began in another browser. Begin again.',
      nobody: 'Nobody here has this account. Ask the officer to invite you under its mail address or user name.',
      'tied-otherwise':
        'Whoever has this mail address or name has tied another account. Sign in by password and tie it anew on the account page.',
      administrator:
        'Accounts of administrators are not tied by themselves. Sign in by password, open the account page and tie it there.',
      'oidc-tied-otherwise': 'This office account is tied to somebody else.',
      'oidc-only-way': 'You have no password yet; untying would leave no way in.',
    } as Readonly<Record<string, string>>,
  },
})
