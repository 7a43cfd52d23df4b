import type { Question } from '../contract.ts'
import { ask } from '../questions/ask.ts'
import type { Passage } from './passage.ts'
import type { ReadField } from './read-field.ts'

const UNITS = 'Không chắc đây là một đơn vị hay nhiều đơn vị dùng chung một danh từ. Anh/chị chọn cách tách đúng.'
const NUMBER = 'Có con số ở đây nhưng không rõ đếm đối tượng nào. Anh/chị cho biết số lượng và đối tượng.'
const HEADING = 'Đề mục này có thể là một lĩnh vực lựa chọn điển hình nhưng chưa đủ căn cứ. Anh/chị xác nhận giúp.'

/** What the officer must decide about fields: lists that can be cut two ways, numbers of nobody knows whom, headings in doubt. */
export function questionsOnFields(read: readonly ReadField[], headings: readonly Passage[]): Question[] {
  const onFields = read.flatMap(({ doubtful, numbers }, i) => [
    ...doubtful.map(({ unit, parts }) => ask(`/fields/${i}/lead`, unit, UNITS, [unit.words, parts.join('; ')])),
    ...numbers.map((number) => ask(`/fields/${i}/targets`, number, NUMBER)),
  ])
  return [...onFields, ...headings.map((title) => ask('/fields', title, HEADING, [title.words]))]
}
