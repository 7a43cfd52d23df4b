import { words } from '../../ui/lang.ts'

/** Words of handing documents in and of watching them being read. */
export const importingTexts = words({
  vi: {
    importing: {
      title: 'Nhập kế hoạch',
      lead: 'Đưa văn bản đã ban hành vào; mỗi tệp là một kế hoạch. Văn bản được đọc ngay trên máy này, không gửi đi đâu.',
      files: 'Tệp văn bản',
      filesHint: (megabytes: number, pages: number) =>
        `Word (.docx, .doc), .odt, .rtf, PDF kể cả bản quét, .txt, ảnh .jpg .png .heic. Tối đa ${megabytes} MB mỗi tệp, ${pages} trang mỗi văn bản.`,
      drop: 'Kéo tệp thả vào đây, hoặc',
      grouping: 'Khi chọn nhiều tệp',
      groupings: {
        separate: 'Mỗi tệp là một kế hoạch riêng',
        pages: 'Các tệp là những trang của cùng một kế hoạch, theo thứ tự đã chọn',
      },
      photos: 'Ảnh chụp từng trang',
      photosHint:
        'Chụp lần lượt từng trang, đủ sáng, thẳng và trọn khổ giấy. Có thể đổi thứ tự và xoay trang trước khi gửi.',
      pick: 'Chọn tệp',
      takePhoto: 'Chụp trang',
      pickPhotos: 'Chọn ảnh đã chụp',
      send: 'Gửi và đọc',
      chosen: 'Tệp đã chọn',
      page: (n: number) => `Trang ${n}`,
      moveUp: 'Chuyển lên trước',
      moveDown: 'Chuyển xuống sau',
      turn: 'Xoay phải 90°',
      leaveOut: 'Bỏ tệp này',
      sending: 'Đang gửi tệp',
      sent: 'Đã gửi {percent} %',
      lost: 'Mất kết nối khi đang gửi. Các tệp vẫn còn ở trên; hãy bấm «Gửi và đọc» để gửi lại.',
      stop: 'Dừng gửi',
      under: 'Tiến độ đọc',
      nothingUnder: 'Không còn văn bản nào đang đọc',
      nothingUnderText: 'Các văn bản đã gửi đều đã đọc xong. Kết quả nằm trong danh sách kế hoạch.',
      recent: 'Vừa nhập',
      errors: {
        'no-file': 'Chưa chọn tệp nào. Hãy chọn ít nhất một tệp văn bản.',
        'too-large': (megabytes: number) =>
          `Tệp lớn hơn ${megabytes} MB. Hãy quét lại ở độ phân giải 200 dpi hoặc tách thành nhiều tệp.`,
        'too-many': (most: number) => `Mỗi lần chỉ gửi tối đa ${most} tệp. Hãy chia thành nhiều lần.`,
      },
    },
    job: {
      waiting: 'Đang chờ đến lượt đọc',
      starting: 'Đang mở tệp',
      text: (page: number, pages: number) => (pages > 0 ? `Đang đọc trang ${page}/${pages}` : `Đang đọc trang ${page}`),
      recognise: (page: number, pages: number) =>
        pages > 0 ? `Đang nhận dạng chữ trang ${page}/${pages}` : `Đang nhận dạng chữ trang ${page}`,
      understand: 'Đang hiểu nội dung kế hoạch',
      stopping: 'Đang dừng',
      interrupted: 'Việc đọc bị gián đoạn nhiều lần. Hãy hủy rồi đọc lại; nếu vẫn vậy, hãy báo người quản trị.',
      ended: 'Đã xong',
      refresh: 'Xem tiến độ mới nhất',
      cancel: 'Hủy đọc',
      retry: 'Đọc lại',
      open: 'Xem kết quả',
      remove: 'Xóa',
      broken:
        'Phần mềm gặp lỗi khi đọc văn bản này. Hãy thử lưu lại tệp dưới dạng .docx rồi nhập lại; nếu vẫn lỗi, hãy gửi tệp cho người quản trị.',
      progressOf: (name: string) => `Tiến độ đọc ${name}`,
    },
  },
  en: {
    importing: {
      title: 'Import plans',
      lead: 'Hand in issued documents; each file is one plan. They are read on this machine and sent nowhere.',
      files: 'Documents',
      filesHint: (megabytes: number, pages: number) =>
        `Word (.docx, .doc), .odt, .rtf, PDF (scans too), .txt, pictures .jpg .png .heic. At most ${megabytes} MB a file and ${pages} pages a document.`,
      drop: 'Drop files here, or',
      grouping: 'When several files are chosen',
      groupings: {
        separate: 'Each file is a plan of its own',
        pages: 'The files are pages of one plan, in the order chosen',
      },
      photos: 'Photographs of pages',
      photosHint:
        'Take the pages one by one, in good light, straight and whole. They can be reordered and turned before sending.',
      pick: 'Choose files',
      takePhoto: 'Take a page',
      pickPhotos: 'Choose pictures',
      send: 'Send and read',
      chosen: 'Chosen files',
      page: (n: number) => `Page ${n}`,
      moveUp: 'Move up',
      moveDown: 'Move down',
      turn: 'Turn right by 90°',
      leaveOut: 'Leave this file out',
      sending: 'Sending files',
      sent: '{percent} % sent',
      lost: 'The connection was lost while sending. The files are still above; press “Send and read” to try again.',
      stop: 'Stop sending',
      under: 'Progress of reading',
      nothingUnder: 'No document is being read',
      nothingUnderText: 'Everything that was sent has been read. The results are in the list of plans.',
      recent: 'Just handed in',
      errors: {
        'no-file': 'No file was chosen. Choose at least one document.',
        'too-large': (megabytes: number) =>
          `The file is larger than ${megabytes} MB. Scan it again at 200 dpi or split it.`,
        'too-many': (most: number) => `At most ${most} files can be sent at once. Send them in several goes.`,
      },
    },
    job: {
      waiting: 'Waiting for its turn',
      starting: 'Opening the file',
      text: (page: number, pages: number) => (pages > 0 ? `Reading page ${page} of ${pages}` : `Reading page ${page}`),
      recognise: (page: number, pages: number) =>
        pages > 0 ? `Recognising page ${page} of ${pages}` : `Recognising page ${page}`,
      understand: 'Understanding the plan',
      stopping: 'Stopping',
      interrupted:
        'Reading was interrupted several times. Cancel it and read again; if that does not help, tell your administrator.',
      ended: 'Done',
      refresh: 'Show the latest progress',
      cancel: 'Cancel',
      retry: 'Read again',
      open: 'Open the result',
      remove: 'Remove',
      broken:
        'The program failed on this document. Save the file as .docx and import it again; if it still fails, pass the file to your administrator.',
      progressOf: (name: string) => `Progress of ${name}`,
    },
  },
})
