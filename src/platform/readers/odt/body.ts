import { type Block, linesOf } from '../blocks.ts'
import { TableGrid } from '../table-grid.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenNamed, findChild, isElement, wholeNumber } from '../xml/tree.ts'
import { type ListCount, OdtLists } from './lists.ts'
import { OdtParagraph, storiesOfFrame } from './paragraph.ts'
import type { OdtStyles } from './styles.ts'

/** Where in a list a paragraph stands; `label` gives the number once, to the first paragraph of the item. */
interface ListPlace {
  readonly count: ListCount
  readonly style: string | undefined
  readonly level: number
  readonly item: { label: 'due' | 'given'; readonly start: string | undefined } | undefined
}

/** Stand around blocks and add nothing; deletions are kept apart in `text:tracked-changes`, which is left out. */
const wrappers: ReadonlySet<string> = new Set([
  'text:section',
  'text:index-body',
  'text:index-title',
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:numbered-paragraph',
  'draw:text-box',
])

const MAX_REPEATED = 100

/** Reads the stories of an OpenDocument text; lists count on from one to the next. */
export class OdtBody {
  private readonly styles: OdtStyles
  private readonly lists: OdtLists

  constructor(styles: OdtStyles) {
    this.styles = styles
    this.lists = new OdtLists(styles)
  }

  readStory(story: XmlElement, place?: ListPlace): Block[] {
    return story.children.flatMap((node) => (isElement(node) ? this.readBlock(node, place) : []))
  }

  private readBlock(element: XmlElement, place: ListPlace | undefined): Block[] {
    const { name } = element
    if (name === 'text:p' || name === 'text:h') return this.readParagraph(element, place)
    if (name === 'text:list') return this.readList(element, place)
    if (name === 'table:table') return [this.readTable(element)]
    if (name === 'text:soft-page-break') return [{ kind: 'page' }]
    if (name.startsWith('draw:') && !wrappers.has(name)) {
      return storiesOfFrame(element).flatMap((story) => this.readStory(story))
    }
    return wrappers.has(name) ? this.readStory(element, place) : []
  }

  private readParagraph(element: XmlElement, place: ListPlace | undefined): Block[] {
    const look = this.styles.look('paragraph', element.attributes['text:style-name'])
    const paragraph = new OdtParagraph(this.styles)
    paragraph.read(element, look)
    const blocks = paragraph.blocks(this.labelFor(element, place, look.listStyle), look)
    const frames = paragraph.frames.flatMap(storiesOfFrame).flatMap((story) => this.readStory(story))
    const notes = paragraph.notes.flatMap((note) => this.readNote(note))
    const onlyFrames = frames.length > 0 && paragraph.text.isBlank
    return [...(onlyFrames ? blocks.filter(({ kind }) => kind === 'page') : blocks), ...frames, ...notes]
  }

  private labelFor(element: XmlElement, place: ListPlace | undefined, paragraphList: string | undefined): string {
    if (place) {
      if (place.item?.label !== 'due') return ''
      place.item.label = 'given'
      return this.lists.next(place.count, place.style ?? paragraphList, place.level, place.item.start)
    }
    if (element.name !== 'text:h' || element.attributes['text:is-list-header'] === 'true') return ''
    return this.lists.nextHeading(wholeNumber(element.attributes['text:outline-level'], 1, 1, 10) - 1)
  }

  private readList(list: XmlElement, outer: ListPlace | undefined): Block[] {
    const count = outer?.count ?? this.lists.begin(list)
    const style = list.attributes['text:style-name'] ?? outer?.style
    const level = outer ? Math.min(9, outer.level + 1) : 0
    return list.children.flatMap((node) => {
      if (!isElement(node)) return []
      const isItem = node.name === 'text:list-item'
      if (!isItem && node.name !== 'text:list-header') return []
      const start = node.attributes['text:start-value']
      return this.readStory(node, { count, style, level, item: isItem ? { label: 'due', start } : undefined })
    })
  }

  private readNote(note: XmlElement): Block[] {
    const body = findChild(note, 'text:note-body')
    const blocks = body ? this.readStory(body) : []
    const lines = linesOf(blocks).filter((line) => line.trim() !== '')
    return lines.length === 0 ? [] : [{ kind: 'note', lines }]
  }

  private readTable(table: XmlElement): Block {
    const grid = new TableGrid()
    let cells = 0
    let boxed = 0
    for (const row of rowsOf(table)) {
      grid.startRow()
      for (const cell of row.children) {
        if (!isElement(cell)) continue
        const repeated = wholeNumber(cell.attributes['table:number-columns-repeated'], 1, 1, MAX_REPEATED)
        if (cell.name === 'table:covered-table-cell') grid.skip(repeated)
        else if (cell.name === 'table:table-cell') {
          cells += repeated
          if (this.styles.isBoxed(cell.attributes['table:style-name'])) boxed += repeated
          for (let copy = 0; copy < repeated; copy += 1) this.readCell(grid, cell)
        }
      }
    }
    return grid.finish(cells > 0 && boxed >= cells / 2)
  }

  private readCell(grid: TableGrid, cell: XmlElement): void {
    const columns = wholeNumber(cell.attributes['table:number-columns-spanned'], 1, 1, 1_000)
    const rows = wholeNumber(cell.attributes['table:number-rows-spanned'], 1, 1, 10_000)
    grid.add(columns, this.readStory(cell), rows)
    grid.skip(1 - columns)
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  const groups = ['table:table-header-rows', 'table:table-rows', 'table:table-row-group']
  return table.children.flatMap((node) => {
    if (!isElement(node)) return []
    if (node.name === 'table:table-row') return [node]
    return groups.includes(node.name) ? rowsOf(node) : []
  })
}

/** Page headers and footers of the master pages. */
export function headersAndFooters(styles: XmlElement | undefined): XmlElement[] {
  const masters = childrenNamed(findChild(styles, 'office:master-styles'), 'style:master-page')
  return masters.flatMap((master) =>
    master.children.filter(
      (node): node is XmlElement => isElement(node) && /^style:(?:header|footer)(?:-left|-first)?$/.test(node.name),
    ),
  )
}
