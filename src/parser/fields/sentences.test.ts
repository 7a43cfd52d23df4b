import { describe, expect, it } from 'vitest'
import { Passage } from './passage.ts'
import { sentencesOf } from './sentences.ts'

const cut = (text: string) => sentencesOf(Passage.of(text)).map((sentence) => sentence.words)

describe('cutting a paragraph into sentences', () => {
  it.each([
    ['Tập thể đoàn kết. Cá nhân gương mẫu.', ['Tập thể đoàn kết.', 'Cá nhân gương mẫu.']],
    ['pháp luật của Nhà nước,... Cá nhân có thành tích', ['pháp luật của Nhà nước,...', 'Cá nhân có thành tích']],
    ['tại TP. Hà Trung. Sau đó', ['tại TP. Hà Trung.', 'Sau đó']],
    [
      'phong trào “Dạy tốt. Học tốt” (theo kế hoạch. Có hồ sơ) năm nay',
      ['phong trào “Dạy tốt. Học tốt” (theo kế hoạch. Có hồ sơ) năm nay'],
    ],
    ['Một dấu ngoặc (không đóng. Câu sau', ['Một dấu ngoặc (không đóng.', 'Câu sau']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(cut(text)).toEqual(sentences)
  })
})
