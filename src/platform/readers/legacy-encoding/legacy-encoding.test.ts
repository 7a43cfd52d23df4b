import { describe, expect, test } from 'vitest'
import { fontHint, fromLegacyFont } from './fonts.ts'
import { decodeLegacyBytes, recogniseLegacy, repairLegacy } from './recognise.ts'
import { countSyllables, isVietnameseSyllable } from './syllables.ts'
import { fromTcvn3 } from './tcvn3.ts'
import { fromVni } from './vni.ts'

describe('TCVN3', () => {
  test('every letter with a mark is found, in both tables of the standard', () => {
    expect(fromTcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam')
    expect(fromTcvn3('§éc lËp - Tù do - H¹nh phóc')).toBe('Độc lập - Tự do - Hạnh phúc')
    expect(fromTcvn3('»¼½¾Æ ÇÈÉÊË ÌÎÏÐÑ ÒÓÔÕÖ')).toBe('ằẳẵắặ ầẩẫấậ èẻẽéẹ ềểễếệ')
    expect(fromTcvn3('×ØÜÝÞ ßáâãä åæçèé êëìíî')).toBe('ìỉĩíị òỏõóọ ồổỗốộ ờởỡớợ')
    expect(fromTcvn3('ïñòóô õö÷øù úûüýþ')).toBe('ùủũúụ ừửữứự ỳỷỹýỵ')
  })

  test('text that passed through Windows-1258 is found all the same', () => {
    const bytes = Uint8Array.from([0xd0, 0xd2, 0xde, 0xec, 0xf2])
    expect([...new TextDecoder('windows-1258').decode(bytes)].map(fromTcvn3).join('')).toBe('éềịỡũ')
  })
})

describe('VNI', () => {
  test('letter and mark become one letter, the letter decides the case', () => {
    expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam')
    expect(fromVni('ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC')).toBe('ĐỘC LẬP - TỰ DO - HẠNH PHÚC')
    expect(fromVni('ñöôøng phoá, ôû xaõ, yù kieán, kyõ thuaät, ñaëc bieät')).toBe(
      'đường phố, ở xã, ý kiến, kỹ thuật, đặc biệt',
    )
  })
})

describe('recognition without a font', () => {
  test('a valid syllable has one tone and a rhyme of the language', () => {
    expect(['nghiêng', 'khuỷu', 'quyết', 'yêu', 'thuở', 'ngoằn', 'Đặng'].map(isVietnameseSyllable)).toEqual(
      new Array(7).fill(true),
    )
    expect(['hoµ', 'Coäng', 'bcd', 'ấá', 'xyzt'].map(isVietnameseSyllable)).toEqual(new Array(5).fill(false))
    expect(countSyllables('Kế hoạch số 12 của xã')).toEqual({ marked: 5, valid: 5, unicode: 4 })
  })

  test('Vietnamese in Unicode, composed or not, and other languages stay as they are', () => {
    const plain = 'Ủy ban nhân dân xã ban hành kế hoạch nhân rộng điển hình tiên tiến'
    expect(repairLegacy(plain)).toBe(plain)
    expect(repairLegacy(plain.normalize('NFD'))).toBe(plain.normalize('NFD'))
    expect(repairLegacy('Le château de la forêt, où l’été s’achève à Genève')).toBe(
      'Le château de la forêt, où l’été s’achève à Genève',
    )
  })

  test('one line of TCVN3 in a Unicode document is converted alone', () => {
    const text = `${'Kế hoạch tuyên truyền điển hình tiên tiến của phường năm nay\n'.repeat(5)}ñy ban nh©n d©n ph­êng chØ ®¹o thùc hiÖn tèt nhiÖm vô`
    expect(recogniseLegacy(text)).toBeUndefined()
    expect(repairLegacy(text).split('\n').at(-1)).toBe('ủy ban nhân dân phường chỉ đạo thực hiện tốt nhiệm vụ')
  })

  test('bytes that are no UTF-8 are read by what makes them Vietnamese', () => {
    const windows1258 = 'xa\xde t\xf4\xd2 ch\xfd\xecc H\xf4\xf2i nghi\xf2 \xf0i\xea\xd2n hi\xccnh'
    expect(decodeLegacyBytes(Buffer.from(windows1258, 'latin1'))).toBe('xã tổ chức Hội nghị điển hình')
    expect(decodeLegacyBytes(Buffer.from('KÕ ho¹ch tæ chøc héi nghÞ', 'latin1'))).toBe('Kế hoạch tổ chức hội nghị')
    expect(decodeLegacyBytes(Buffer.from('Keá hoaïch toå chöùc hoäi nghò', 'latin1'))).toBe('Kế hoạch tổ chức hội nghị')
  })
})

describe('fonts', () => {
  test('the name of a font says the encoding, and whether it prints capitals', () => {
    expect(fontHint('.VnTime')).toEqual({ encoding: 'tcvn3', capitals: false })
    expect(fontHint('.VnTimeH')).toEqual({ encoding: 'tcvn3', capitals: true })
    expect(fontHint('VNI-Times')).toEqual({ encoding: 'vni', capitals: false })
    expect(fontHint('Times New Roman')).toEqual({ encoding: undefined, capitals: false })
  })

  test('Unicode typed into a legacy font stays', () => {
    expect(fromLegacyFont('Hội nghị điển hình', 'tcvn3')).toBe('Hội nghị điển hình')
    expect(fromLegacyFont('đơn', 'tcvn3')).toBe('đơn')
    expect(fromLegacyFont('Héi nghÞ ®iÓn h×nh', 'tcvn3')).toBe('Hội nghị điển hình')
  })
})
