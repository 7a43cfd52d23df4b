/** People are listed by given name, then family name, then middle names: «Lê Thị Hà» sorts as «Hà Lê Thị». */
export function sortName(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  return [words.at(-1), ...words.slice(0, -1)].join(' ')
}
