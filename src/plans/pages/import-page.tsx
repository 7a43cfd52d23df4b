import type { ComponentChildren } from 'preact'
import { Csrf, ErrorSummary, type FormError } from '../../ui/fields.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Shell } from '../../ui/shell.tsx'
import type { View } from '../../ui/view.ts'
import { planPaths } from '../paths.ts'
import { importingTexts } from '../texts/importing.ts'
import { listingTexts } from '../texts/listing.ts'

const documents = '.docx,.docm,.doc,.odt,.rtf,.pdf,.txt,.html,.htm'
const pictures = 'image/jpeg,image/png,image/heic,image/heif,.jpg,.jpeg,.png,.heic'

const MEGABYTE = 1024 * 1024

interface ImportPageProps {
  readonly view: View
  readonly megabytes: number
  readonly pages: number
  /** Files of one form. */
  readonly most: number
  readonly errors: readonly FormError[]
}

/** Two ways in: files as they were issued, and photographs page by page. Both are plain forms; an island makes them nicer. */
export function ImportPage({ view, megabytes, pages, most, errors }: ImportPageProps) {
  const words = importingTexts[view.lang].importing
  const limits = { view, megabytes, most }
  return (
    <Shell view={view} title={words.title} scripts={['file-drop']}>
      <PageHeader
        view={view}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: listingTexts[view.lang].nav, href: planPaths.list }, { label: words.title }]}
      />
      <ErrorSummary view={view} errors={errors} />
      <div class="grid gap-6 lg:grid-cols-[3fr_2fr] items-start">
        <UploadForm {...limits} id="files" title={words.files} hint={words.filesHint(megabytes, pages)}>
          <p class="hint drop-words">{words.drop}</p>
          <FileInput form="files" id="files" label={words.pick} accept={`${documents},${pictures}`} required />
          <Groupings view={view} />
        </UploadForm>
        <UploadForm {...limits} id="photos" title={words.photos} hint={words.photosHint} thumbnails>
          <input type="hidden" name="grouping" value="pages" />
          <div class="flex flex-wrap gap-2">
            <FileInput form="photos" id="camera" label={words.takePhoto} accept={pictures} capture="environment" />
            <FileInput form="photos" id="photos" label={words.pickPhotos} accept={pictures} />
          </div>
        </UploadForm>
      </div>
      <RowTemplate view={view} />
    </Shell>
  )
}

interface UploadFormProps extends Pick<ImportPageProps, 'view' | 'megabytes' | 'most'> {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** Show the pictures themselves, each can be turned. */
  readonly thumbnails?: boolean
  readonly children: ComponentChildren
}

function UploadForm({ view, megabytes, most, id, title, hint, thumbnails, children }: UploadFormProps) {
  const words = importingTexts[view.lang].importing
  return (
    <form
      class="drop"
      method="post"
      action={planPaths.import}
      encType="multipart/form-data"
      data-upload={thumbnails ? 'photos' : 'files'}
      data-sent={words.sent}
      data-lost={words.lost}
      data-most-bytes={megabytes * MEGABYTE}
      data-too-large={words.errors['too-large'](megabytes)}
      data-most-files={most}
      data-too-many={words.errors['too-many'](most)}
    >
      <Csrf view={view} />
      <h2 id={`${id}-title`} class="flex items-center gap-2">
        <Icon name={thumbnails ? 'camera' : 'document'} />
        {title}
      </h2>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children}
      <ol class="chosen" aria-label={words.chosen} hidden />
      <p class="field-error" role="alert" data-error hidden />
      <div class="progress w-full" data-sending hidden>
        <progress max={100} value={0} aria-label={words.sending} />
        <div class="progress-words">
          <span role="status" data-words />
        </div>
      </div>
      <div class="page-actions">
        <button class="button first" type="submit">
          <Icon name="upload" />
          {words.send}
        </button>
        <button class="button" type="button" data-stop hidden>
          {words.stop}
        </button>
      </div>
    </form>
  )
}

interface FileInputProps {
  readonly form: string
  readonly id: string
  readonly label: string
  readonly accept: string
  readonly required?: boolean
  /** Opens the camera at once, where there is one. */
  readonly capture?: 'environment'
}

/** The browser's own control; a button of ours takes its place once a script lists the chosen files. */
function FileInput({ form, id, label, accept, required = false, ...capture }: FileInputProps) {
  const labels = { 'aria-label': label, 'aria-describedby': `${form}-hint` }
  return (
    <>
      <input type="file" id={id} name="files" multiple accept={accept} required={required} {...labels} {...capture} />
      <label class={`button pick ${id}`} for={id} hidden>
        {label}
      </label>
    </>
  )
}

function Groupings({ view }: { view: View }) {
  const words = importingTexts[view.lang].importing
  return (
    <fieldset class="groupings">
      <legend class="hint">{words.grouping}</legend>
      {(['separate', 'pages'] as const).map((grouping) => (
        <label class="choice">
          <input type="radio" name="grouping" value={grouping} checked={grouping === 'separate'} />
          {words.groupings[grouping]}
        </label>
      ))}
    </fieldset>
  )
}

/** What the island copies for every chosen file; its words and buttons come from here, so that scripts hold no words. */
function RowTemplate({ view }: { view: View }) {
  const words = importingTexts[view.lang].importing
  const buttons: readonly (readonly [string, string, IconName])[] = [
    ['up', words.moveUp, 'up'],
    ['down', words.moveDown, 'down'],
    ['turn', words.turn, 'turn'],
    ['leave-out', words.leaveOut, 'close'],
  ]
  return (
    <template id="chosen-file">
      <li class="chosen-file">
        <span class="chosen-picture" />
        <span class="chosen-name" />
        <span class="chosen-buttons">
          {buttons.map(([act, label, icon]) => (
            <button class="button small quiet" type="button" data-act={act} title={label} aria-label={label}>
              <Icon name={icon} />
            </button>
          ))}
        </span>
      </li>
    </template>
  )
}
