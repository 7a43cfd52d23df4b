// cspell:ignore esac (words of the shell)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedFile } from './choose-files.ts'

const SHELL_ROOT = 'case $0 in */*) root=$' + '{0%/*} ;; *) root=. ;; esac'

const START_SH = `#!/bin/sh
# Starts Lan Toa. Nothing has to be installed, no internet is needed.
${SHELL_ROOT}
exec "$root/node_modules/node/bin/node" "$root/bin/lantoa.js" serve "$@"
`

const LANTOA_SH = `#!/bin/sh
# All commands: ./lantoa --help
${SHELL_ROOT}
exec "$root/node_modules/node/bin/node" "$root/bin/lantoa.js" "$@"
`

const START_CMD = `@echo off
chcp 65001 >nul
title Lan Toa
"%~dp0node_modules\\node\\bin\\node.exe" "%~dp0bin\\lantoa.js" serve
pause
`

const LANTOA_CMD = `@echo off
chcp 65001 >nul
"%~dp0node_modules\\node\\bin\\node.exe" "%~dp0bin\\lantoa.js" %*
`

const readMe = (start: string, lantoa: string) => `LAN TỎA: CHẠY KHÔNG CẦN INTERNET

1. Giải nén toàn bộ vào một thư mục trên ổ đĩa của máy (không chạy ngay trong tệp nén).
2. Chạy ${start}
3. Mở địa chỉ in ra màn hình bằng trình duyệt và nhập mã thiết lập in cùng chỗ.

Dữ liệu nằm trong thư mục data bên cạnh tệp này. Muốn đặt nơi khác, ghi vào tệp lantoa.env
bên cạnh tệp này, ví dụ:  LANTOA_DATA=/du-lieu/lantoa

Các lệnh khác:
  ${lantoa} backup TỆP       sao lưu toàn bộ vào một tệp
  ${lantoa} restore TỆP      khôi phục vào thư mục dữ liệu còn trống
  ${lantoa} service          tự chạy khi bật máy
  ${lantoa} demo             xem thử với dữ liệu hư cấu
  ${lantoa} --help           tất cả các lệnh

Nâng cấp: giải nén bản mới vào thư mục mới, chép thư mục data và tệp lantoa.env (nếu có) sang, rồi chạy bản mới.
Hướng dẫn đầy đủ: README.vi.md và docs/guides/keep-and-move.md
`

/** The archive's own package.json: what the program reads of it, and nothing about how it was made. */
function packageJson(root: string): string {
  const all = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>
  const kept = ['name', 'version', 'private', 'description', 'license', 'type', 'bin', 'dependencies']
  const scripts = { start: 'node bin/lantoa.js serve', lantoa: 'node bin/lantoa.js', demo: 'node bin/lantoa.js demo' }
  return `${JSON.stringify({ ...Object.fromEntries(kept.map((name) => [name, all[name]])), scripts }, null, 2)}\n`
}

/** What stands beside the program so that it can be started by hand on a system. */
export function startScripts(root: string, platform: string): PackedFile[] {
  const onWindows = platform === 'win32'
  const written = (path: string, text: string, isProgram = false): PackedFile => {
    const given = onWindows ? text.replaceAll('\n', '\r\n') : text
    return { path, content: { text: given }, isProgram, size: Buffer.byteLength(given) }
  }
  const scripts = onWindows
    ? [
        written('Lan Toa.cmd', START_CMD),
        written('lantoa.cmd', LANTOA_CMD),
        written('DOC-TRUOC.txt', readMe('«Lan Toa.cmd» (nháy đúp)', 'lantoa')),
      ]
    : [
        written('start.sh', START_SH, true),
        written('lantoa', LANTOA_SH, true),
        written('DOC-TRUOC.txt', readMe('./start.sh', './lantoa')),
      ]
  return [written('package.json', packageJson(root)), ...scripts]
}
