/** TCVN 5712:1993 (VN3, «ABC», fonts .VnTime …): from 0xA1 on, in the order of the standard; a space where VN3 has nothing. */
const LETTERS =
  'ĂÂÊÔƠƯĐăâêôơưđ' + // A1–AE
  '      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ' // AF–FE

const byCharacter = new Map<string, string>()
for (const [index, letter] of [...LETTERS].entries()) {
  if (letter !== ' ') byCharacter.set(String.fromCharCode(0xa1 + index), letter)
}

/** What Windows-1258 makes of bytes that Windows-1252 shows as other letters: a file typed on a Vietnamese Windows arrives so. */
const from1258: Readonly<Record<string, string>> = {
  '\u0300': 'Ì',
  Đ: 'Ð',
  '\u0309': 'Ò',
  Ơ: 'Õ',
  Ư: 'Ý',
  '\u0303': 'Þ',
  '\u0301': 'ì',
  '\u0323': 'ò',
  ơ: 'õ',
  ư: 'ý',
  '₫': 'þ',
  ă: 'ã',
}

/** TCVN3 text that was read as Windows-1252 («Céng hoµ») into Vietnamese; other characters stay. */
export function fromTcvn3(text: string): string {
  let out = ''
  for (const character of text) out += byCharacter.get(from1258[character] ?? character) ?? character
  return out
}
