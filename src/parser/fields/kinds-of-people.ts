/** Who a person may be by trade, office, age or faith, folded; the complete list, in the order of the alphabet. */
export const PEOPLE =
  'ba me|bac si|bac sy|bao mau|bao ve dan pho|benh binh|bi thu|binh si|bo doi|ca nhan|ca si|cac chau|cac em|can bo|can su|canh sat|cap duong|' +
  'cap uy vien|cau thu|cha me|chanh van phong|chi em|chien si|chien sy|chinh tri vien|chinh uy|' +
  'chu (?:co so|cua hang|dai ly|dam|doanh nghiep|ho|nha|nha may|nha tro|nhiem|quan|rung|sap|tau|the|thuyen|trang trai|vua|vuon|xuong)|chu tich|chuc sac|' +
  'chuc viec|chuyen gia|co giao|cong an|cong an vien|cong chuc|cong dan|cong nhan|cong nhan vien|cu tri|' +
  'cuu (?:can bo|chien binh|cong an|giao chuc|hoc sinh|quan nhan|thanh nien xung phong)|dai bieu (?:hdnd|hoi dong|quoc hoi)|dan quan|dao dien|diem dan|dien vien|dieu duong|' +
  'doanh nhan|dong bao|dong chi|du hoc sinh|duoc si|duoc sy|gia lang|giam doc|giao chuc|ha si quan|hieu pho|hieu truong|ho ly|ho sinh|' +
  'hoa giai vien|hoa si|hoa tieu|hoc sinh(?:,? sinh vien)?|hoc tro|hoc vien|hoi tham|huu tri|ke toan|kien truc su|kieu bao|ky su|ky thuat vien|' +
  'ky thuat y|lai xe|lanh dao|lao dong (?:gioi|nong thon|nu|tre)|lao nong|le tan|linh muc|luat su|luc luong nong cot|luong y|manh thuong quan|may truong|' +
  'me viet nam anh hung|muc su|nghe nhan|nghe si|nghe sy|nghien cuu sinh|ngu dan|ngu phu|nguoi dung dau|nguoi me|nguoi(?: [a-z]+)?|' +
  'nha (?:dau tu|nghien cuu|sang che|su|tho|tu hanh|tuyen truyen)|nha bao|nha giao|nha hao tam|nha khoa hoc|nha quan ly|nha van|nhac cong|nhac si|' +
  'nhan dan|nhan si|nhi dong|nhung chi|nong dan|nu (?:can bo|chu|cong nhan|dang vien|hoi vien)|nu doanh nhan|nu nong dan|nu tri thuc|ong ba|' +
  'phi cong|pho bi thu|pho giam doc|phong vien|phu huynh|phu nu|quan chung|quan nhan|si quan|tac gia|tai cong|tai xe|tang ni|tap vu|tham phan|' +
  'than nhan|thanh nien|thanh thieu nien|thanh tra vien|thay co|thay giao|thay lang|thay thuoc|thi sinh|thieu nhi|thieu nien|' +
  'tho (?:det|dien|gioi|gom|lan|lanh nghe|may|moc|ren|thu cong|xay)|thu truong|thuong binh|thuong nhan|thuyen truong|tien si|tieu thuong|' +
  'tin do|to truong|tre em|tri thuc|tri thuc tre|trong tai|' +
  'truong (?:ap|bo mon|buon|doan|dong ho|khoa|khom|khu pho|phong|thon|toc|tram)|tu si|tu sy|tu ve|uy nhiem thu|' +
  'van dong vien|van nghe si|van thu|vien chuc|viet kieu|vo su|y bac si|y si|y sy|y ta'

/** The same where folded letters mean other things, as printed; «chi hội trưởng», «lớp phó» among them. */
export const PEOPLE_PRINTED =
  'anh|bà con|bà đỡ|chị|cô đỡ|già bản|giáo dân|mẹ|phật tử|quản giáo|thợ|thủ kho|thủ quỹ|thủ lĩnh|thủ thư|thư ký|trinh sát|trưởng (?:ban|bản|đội|họ|khối|khu|làng|nhóm|xóm)|(?:ấp|bản|bếp|bệnh|buôn|chi đoàn|chi đội|chi hội|cụm|đại đội|điều dưỡng|đội|hạt|hộ sinh|kế toán|khoa|khóm|khối|kỹ thuật viên|lớp|liên chi hội|liên đội|nhóm|phân đội|phòng|thôn|tiểu đoàn|tiểu đội|tổ|trạm|trung đội|xóm|xưởng) (?:trưởng|phó)'

/** «đảng viên», «vận động viên»: what stands in front of «viên», folded. */
export const MEMBERS_OF =
  'an ninh|an toan,? ve sinh|bao cao|bien tap|binh luan|cap uy|chap hanh|co dong|cong an|cong chuc,? vien chuc,? nhan|cong chung|cong nhan|' +
  'cong nhan,? nhan|cong tac|cuu ho|dang|dau gia|dieu hanh|dieu phoi|dieu tra|doan|doan,? hoi|doi|giam dinh|giam sat|giang|giao|giao dich|hoa giai|hoc|hoi|' +
  'huan luyen|huong dan|khuyen cong|khuyen nong|kiem lam|kiem ngu|kiem sat|kiem soat|kiem toan|kiem tra|ky thuat|lap trinh|luu tru|nghien cuu|nhan|' +
  'phat thanh|phong|phuc vu|quan ly|quan tri|sinh|tham dinh|tham tra|thanh|thanh tra|thuyet minh|tiep|tinh nguyen|to|tro giup|tro giup phap ly|' +
  'truyen thong|tu van|tuyen truyen|uy|van dong|van hanh|ve sinh|xa'
