import { ErrorSummary, SelectField, TextField } from '../fields.tsx'
import { Icon } from '../icon.tsx'
import { Notice, Status } from '../notice.tsx'
import { PageHeader } from '../page-header.tsx'
import { Shell } from '../shell.tsx'
import { Empty, Facts, Progress, Tabs } from '../states.tsx'
import { Paging, Table } from '../table.tsx'
import type { Tone, View } from '../view.ts'

const tones: readonly (readonly [Tone, string])[] = [
  ['plain', 'Chờ đọc'],
  ['river', 'Đang đọc'],
  ['leaf', 'Đã duyệt'],
  ['amber', 'Cần xem lại'],
  ['danger', 'Không đọc được'],
]

const rows = [
  { name: 'Hội Nông dân xã Đồng Rạng', count: 12, tone: tones[2] },
  {
    name: 'Ban Chỉ huy Quân sự và Công an xã cùng các tổ bảo vệ an ninh, trật tự ở cơ sở tại mười hai ấp',
    count: 3,
    tone: tones[3],
  },
]

/** Every component in every tone, for whoever builds a page or judges a change of the look. */
export function ComponentsPage({ view }: { view: View }) {
  return (
    <Shell view={view} title="Kiểu dáng">
      <PageHeader
        view={view}
        title="Kiểu dáng"
        crumbs={[{ label: 'Trang đầu', href: '/' }, { label: 'Kiểu dáng' }]}
        lead="Các thành phần mà mọi trang dùng chung, để người viết trang mới chọn và người sửa kiểu dáng đối chiếu."
        actions={<Buttons />}
      />
      <div class="grid gap-6">
        <Tabs
          label="Ví dụ về thẻ"
          tabs={[
            { href: '#messages', label: 'Thông báo', current: true },
            { href: '#form', label: 'Biểu mẫu' },
            { href: '#list', label: 'Danh sách' },
          ]}
        />
        <Messages view={view} />
        <Form view={view} />
        <List view={view} />
        <div class="sheet">
          <Empty title="Chưa có mục nào" text="Nói vì sao còn trống và việc cần làm tiếp theo.">
            <a class="button first" href="#form">
              Thêm mục đầu tiên
            </a>
          </Empty>
        </div>
      </div>
    </Shell>
  )
}

function Buttons() {
  return (
    <>
      <button class="button first" type="button">
        <Icon name="upload" />
        Việc chính
      </button>
      <button class="button" type="button">
        Việc phụ
      </button>
      <button class="button quiet" type="button">
        Việc nhẹ
      </button>
      <button class="button grave" type="button">
        <Icon name="trash" />
        Việc nặng
      </button>
      <button class="button" type="button" disabled>
        Chưa được
      </button>
    </>
  )
}

function Messages({ view }: { view: View }) {
  return (
    <section id="messages">
      {tones.map(([tone, label]) => (
        <Notice
          view={view}
          tone={tone}
          heading={label}
          text="Một câu nói rõ điều gì đã xảy ra và cần làm gì tiếp theo."
        />
      ))}
      <p class="flex flex-wrap gap-2">
        {tones.map(([tone, label]) => (
          <Status tone={tone} label={label} />
        ))}
      </p>
    </section>
  )
}

function Form({ view }: { view: View }) {
  const wrong = 'Hãy nhập tên đơn vị, ví dụ: Hội Nông dân xã.'
  return (
    <section id="form" class="sheet pad grid gap-5">
      <ErrorSummary view={view} errors={[{ id: 'unit', message: wrong }]} />
      <TextField
        view={view}
        id="unit"
        name="unit"
        label="Tên đơn vị"
        hint="Viết đầy đủ, không viết tắt"
        error={wrong}
        required
      />
      <SelectField
        view={view}
        id="kind"
        name="kind"
        label="Loại đơn vị"
        value="commune"
        options={[
          { value: 'commune', label: 'Cấp xã' },
          { value: 'agency', label: 'Cơ quan, đơn vị' },
        ]}
      />
      <Progress label="Ví dụ về tiến độ" done={3} total={8} words="Đang đọc trang 3/8" />
      <Facts
        view={view}
        facts={[
          { label: 'Chủ trì', value: 'Hội Nông dân' },
          { label: 'Phối hợp', value: null },
        ]}
      />
    </section>
  )
}

function List({ view }: { view: View }) {
  return (
    <section id="list" class="sheet">
      <Table
        view={view}
        caption="Danh sách ví dụ"
        columns={[
          {
            key: 'name',
            label: 'Đơn vị',
            head: true,
            sortHref: '#list',
            sorted: 'up',
            cell: (row) => <span class="row-title">{row.name}</span>,
          },
          { key: 'count', label: 'Điển hình', number: true, cell: (row) => row.count },
          { key: 'state', label: 'Trạng thái', cell: ({ tone }) => tone && <Status tone={tone[0]} label={tone[1]} /> },
        ]}
        rows={rows}
      />
      <Paging view={view} summary="Đang xem 2 đơn vị" first="#list" next="#list" />
    </section>
  )
}
