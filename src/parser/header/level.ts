import { fold } from '../../core/text/fold.ts'
import type { Level } from '../contract.ts'

/** Cities that rank as provinces (Law on Organisation of Local Government; Resolution 202/2025/QH15 and the one on Huế). */
const CITIES_LIKE_PROVINCES = /thanh pho (?:ha noi|ho chi minh|hcm|hai phong|da nang|can tho|hue)\b/

/** Bodies that stand for the territory itself: people's committees and councils, Party committees and their standing bodies. */
const TERRITORIAL =
  /^(?:(?:ban (?:thuong vu|chap hanh|thuong truc)|thuong truc) )?(?:uy ban nhan dan|chu tich uy ban nhan dan|hoi dong nhan dan|dang uy (?!so|co quan|ban|truong|cong an|quan su|bo|khoi|benh vien|uy ban)|dang bo|huyen uy|tinh uy|thanh uy|quan uy|thi uy|hdnd|ubnd)/
const CENTRAL =
  /^(?:chinh phu|thu tuong|quoc hoi|uy ban thuong vu quoc hoi|chu tich nuoc|bo (?:chinh tri|truong|(?!chi huy|tu lenh|phan))|ban (?:bi thu|chap hanh) trung uong|ban chap hanh trung uong|tong bi thu|hoi dong thi dua - khen thuong trung uong)/

const UNIT = /\b(dac khu|thi tran|thi xa|thanh pho|tinh|huyen|quan|xa|phuong)\b/
const LEVELS: Readonly<Record<string, Level>> = {
  xa: 'commune',
  phuong: 'commune',
  'thi tran': 'commune',
  'dac khu': 'commune',
  huyen: 'district',
  quan: 'district',
  'thi xa': 'district',
  tinh: 'province',
}

/** The level of the body that issues a document, from its full name; null where the name tells nothing. */
export function levelOf(issuer: string): Level | null {
  const name = fold(issuer).replace(/\s+/g, ' ').trim()
  if (name === '') return null
  if (CENTRAL.test(name)) return 'central'
  if (!TERRITORIAL.test(name)) return 'agency'
  if (/^(?:ban (?:thuong vu|chap hanh) )?(?:huyen uy|quan uy|thi uy)/.test(name)) return 'district'
  if (/\btinh uy\b/.test(name)) return 'province'
  const unit = UNIT.exec(name.replace(/^.*?(?:uy ban nhan dan|hoi dong nhan dan|dang uy|dang bo|thanh uy)/, ''))?.[1]
  if (unit === 'thanh pho' || (unit === undefined && /thanh uy/.test(name))) {
    return CITIES_LIKE_PROVINCES.test(name) ||
      /thanh uy (?:ha noi|ho chi minh|hai phong|da nang|can tho|hue)/.test(name)
      ? 'province'
      : 'district'
  }
  return unit ? (LEVELS[unit] ?? null) : null
}
