import { expect, it } from 'vitest'
import { cleanText } from './clean.ts'
import { fold, toneKey } from './fold.ts'
import { similarity } from './similar.ts'

it('makes NFC, plain blanks and Vietnamese letters of what files hold', () => {
  expect(
    cleanText('\uFEFFTie\u0302\u0301ng\u00A0Vie\u0323\u0302t\r\n\u00D0\u01B0\u01A1\u0300ng \u0441\u0430o\u200B \uF0B7'),
  ).toBe('Tiếng Việt\nĐường cao •')
})

it('takes old and new places of the tone for one, but leaves the letters behind q', () => {
  expect(toneKey('Hoà Thuý UỶ khoẻ')).toBe(toneKey('Hòa Thúy Ủy khỏe'))
  expect(toneKey('quý')).not.toBe(toneKey('qúy'))
})

it('folds đ too', () => {
  expect(fold('Đặng Thị Thuý Hoà')).toBe('dang thi thuy hoa')
})

it('compares by pairs of letters without regard to case, tones’ places and punctuation', () => {
  expect(similarity('Hoà bình!', 'HÒA BÌNH')).toBe(1)
  expect(similarity('', 'a')).toBe(0)
  expect(similarity('tập thể', 'cá nhân')).toBeLessThan(0.3)
})
