/** What one does with exemplars that are counted: they are found, chosen, built and honoured; folded. */
export const PICKS =
  'bau chon|bieu duong|binh bau|binh chon|binh xet|boi duong|chon|chon cu|cong nhan|dang ky|de cu|de nghi|de xuat|gioi thieu|khen thuong|lua chon|nhan rong|phan dau|phat hien|ra mat|suy ton|tien cu|ton vinh|tuyen chon|tuyen duong|vinh danh|xay dung|xet chon|xet tang'
