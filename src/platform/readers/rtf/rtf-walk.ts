import type { Block } from '../blocks.ts'
import type { ReadingLimits } from '../limits.ts'
import { runningLines } from '../running-lines.ts'
import { Unreadable } from '../unreadable.ts'
import { letterOf, type RtfFont } from './code-pages.ts'
import { RtfStory } from './story.ts'
import type { RtfToken } from './tokens.ts'
import { knownOptional, letters, noteDestinations, skippedDestinations } from './words.ts'

/** What a group inherits from the group around it. */
interface Group {
  destination: 'text' | 'skip' | 'fonts' | 'label'
  /** Ends with the group: a note, a text box, or nothing of its own. */
  own: 'note' | 'box' | undefined
  font: number
  capitals: boolean
  hidden: boolean
  inTable: boolean
  fallback: number
  /** A text given twice, in bytes and behind `\ud` in Unicode; the destination it had outside. */
  twice: Group['destination'] | undefined
}

/** Follows the tokens of an RTF file with a stack of groups, never by recursion. */
export class RtfWalk {
  private readonly stack: Group[] = []
  private group: Group = {
    destination: 'text',
    own: undefined,
    font: -1,
    capitals: false,
    hidden: false,
    inTable: false,
    fallback: 1,
    twice: undefined,
  }
  private readonly stories: RtfStory[] = [new RtfStory()]
  private readonly notes: Block[] = []
  private readonly fonts = new Map<number, RtfFont>()
  private fontBeingDefined = -1
  private codePage = 1252
  private defaultFont = -1
  private optional = false
  /** Stand-ins after `\u` that are still to be left out. */
  private toSkip = 0
  private labelText = ''
  private sectionBreaks = true
  private tokens = 0
  private readonly limits: ReadingLimits
  isOver = false

  constructor(limits: ReadingLimits) {
    this.limits = limits
  }

  take(token: RtfToken): void {
    this.tokens += 1
    if (this.tokens > this.limits.maxNodes * 10) throw new Unreadable('too-long')
    if (token.kind === 'open') this.open()
    else if (token.kind === 'close') this.close()
    else if (token.kind === 'word') this.word(token.word, token.value)
    else if (this.group.destination !== 'skip') this.characters(token)
  }

  finish(): Block[] {
    while (this.stack.length > 0) this.close()
    return [...(this.stories[0]?.finish() ?? []), ...this.notes]
  }

  private get story(): RtfStory {
    const story = this.stories.at(-1)
    if (!story) throw new Error('the body of an RTF file is never closed')
    return story
  }

  private open(): void {
    if (this.stack.length >= this.limits.maxXmlDepth) throw new Unreadable('too-deep')
    this.stack.push(this.group)
    this.group = { ...this.group, own: undefined, twice: undefined }
    this.optional = false
    this.toSkip = 0
  }

  private close(): void {
    const { own, destination } = this.group
    const outer = this.stack.pop()
    if (!outer) {
      this.isOver = true
      return
    }
    if (destination === 'label' && outer.destination === 'text') this.writeLabel()
    if (own) this.closeStory(own)
    this.group = outer
    this.toSkip = 0
    if (this.stack.length === 0) this.isOver = true
  }

  private closeStory(own: 'note' | 'box'): void {
    const blocks = this.stories.length > 1 ? (this.stories.pop()?.finish() ?? []) : []
    if (own === 'box') this.story.addBox(blocks)
    else for (const note of runningLines([blocks])) this.notes.push(note)
  }

  private characters(token: { kind: 'byte'; byte: number } | { kind: 'text'; text: string }): void {
    const text = token.kind === 'byte' ? String.fromCharCode(token.byte) : token.text
    const kept = text.slice(this.toSkip)
    this.toSkip -= text.length - kept.length
    if (kept === '') return
    if (this.group.destination === 'fonts') {
      this.nameFont(kept)
      return
    }
    const font = this.fonts.get(this.group.font)
    let out = ''
    for (const letter of kept) out += letterOf(letter.charCodeAt(0), font, this.codePage)
    this.write(out)
  }

  private write(text: string): void {
    if (this.group.hidden) return
    if (this.group.destination === 'label') this.labelText += text.replace(/\t/g, ' ')
    else if (this.group.destination === 'text') {
      this.story.add(text, this.fonts.get(this.group.font)?.name, this.group.capitals)
    }
  }

  /** «1.» and its tab, as one space behind the number; bullets of symbol fonts become signs. */
  private writeLabel(): void {
    const label = this.labelText.trim()
    this.labelText = ''
    if (label !== '') this.story.add(`${label} `, this.fonts.get(this.group.font)?.name, false)
  }

  private nameFont(text: string): void {
    const font = this.fonts.get(this.fontBeingDefined)
    if (font) font.name = (font.name + text).slice(0, 200).replace(/;.*$/, '')
  }

  private word(word: string, value: number | undefined): void {
    if (word === '*') {
      this.optional = true
      return
    }
    const optional = this.optional
    this.optional = false
    if (this.destination(word, optional) || this.group.destination === 'skip') return
    if (this.group.destination === 'fonts') this.fontWord(word, value)
    else if (!this.character(word, value) && !this.look(word, value)) this.structure(word, value)
  }

  /** Words that begin a destination; unknown ones behind `\*` are left out whole. */
  private destination(word: string, optional: boolean): boolean {
    if (this.group.destination === 'skip') {
      if (word === 'ud') this.group.destination = this.stack.at(-1)?.twice ?? 'skip'
      return true
    }
    if (word === 'upr') {
      this.group.twice = this.group.destination
      this.group.destination = 'skip'
    } else if (skippedDestinations.has(word)) this.group.destination = 'skip'
    else if (word === 'fonttbl') this.group.destination = 'fonts'
    else if (word === 'listtext' || word === 'pntext') this.group.destination = 'label'
    else if (noteDestinations.has(word)) this.openStory('note')
    else if (word === 'shptxt') this.openStory('box')
    else if (optional && !knownOptional.has(word)) this.group.destination = 'skip'
    else return false
    return true
  }

  private openStory(own: 'note' | 'box'): void {
    this.group.own = own
    this.group.inTable = false
    this.stories.push(new RtfStory())
  }

  private fontWord(word: string, value: number | undefined): void {
    if (word === 'f') {
      this.fontBeingDefined = value ?? 0
      this.fonts.set(this.fontBeingDefined, { name: '', charset: undefined })
    } else if (word === 'fcharset') {
      const font = this.fonts.get(this.fontBeingDefined)
      if (font) font.charset = value
    }
  }

  private character(word: string, value: number | undefined): boolean {
    if (word === 'u') {
      const code = ((value ?? 0) + 65_536) % 65_536
      this.write(String.fromCharCode(code))
      this.toSkip = this.group.fallback
      return true
    }
    const letter = letters[word]
    if (letter === undefined) return false
    if (this.toSkip > 0) this.toSkip -= 1
    else this.write(letter)
    return true
  }

  /** Words about how text looks; `\b0` ends what `\b` began. */
  private look(word: string, value: number | undefined): boolean {
    const on = value !== 0
    if (word === 'f') this.group.font = value ?? this.defaultFont
    else if (word === 'caps') this.group.capitals = on
    else if (word === 'v' || word === 'deleted') this.group.hidden = on
    else if (word === 'uc') this.group.fallback = Math.min(10, Math.max(0, value ?? 1))
    else if (word === 'plain') {
      this.group.font = this.defaultFont
      this.group.capitals = false
      this.group.hidden = false
    } else return false
    return true
  }

  private structure(word: string, value: number | undefined): void {
    if (word === 'par' || word === 'nestcell') this.story.endParagraph(this.group.inTable)
    else if (word === 'pard') this.group.inTable = false
    else if (word === 'intbl') this.group.inTable = true
    else if (word === 'cell') this.story.endCell()
    else if (word === 'row') this.story.endRow()
    else if (word === 'page' || word === 'pagebb') this.story.breakPage()
    else if (word === 'sect') this.endSection()
    else if (word === 'sbknone') this.sectionBreaks = false
    else if (word === 'sectd') this.sectionBreaks = true
    else if (word === 'ansicpg') this.codePage = value ?? 1252
    else if (word === 'deff') {
      this.defaultFont = value ?? -1
      this.group.font = this.defaultFont
    } else this.story.define(word, value)
  }

  private endSection(): void {
    if (this.sectionBreaks) this.story.breakPage()
    else this.story.endParagraph(false)
  }
}
