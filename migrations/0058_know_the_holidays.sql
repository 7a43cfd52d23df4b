-- Offices' days off and working Saturdays of 2026 as published (CV 12729/VPCP-KGVX; CV 9859/VPCP-KGVX and TB 9441/TB-BNV; NQ 28/2026/QH16). Years without rows
-- follow the law's own days (src/duties/statutory-days.ts) until the office enters the year's notice on the calendar page.
insert into calendar_day (on_date, kind, name, source) values
  ('2026-01-01', 'holiday', 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-01-02', 'day-off-in-lieu', 'Nghỉ hoán đổi Tết Dương lịch', 'CV 12729/VPCP-KGVX'),
  ('2026-02-16', 'holiday', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-17', 'holiday', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-18', 'holiday', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-19', 'holiday', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-02-20', 'holiday', 'Tết Nguyên đán', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-04-26', 'holiday', 'Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-04-27', 'day-off-in-lieu', 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111 khoản 3'),
  ('2026-04-30', 'holiday', 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-05-01', 'holiday', 'Ngày Quốc tế lao động', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-08-22', 'working-day', 'Làm bù ngày 31/8', 'CV 9859/VPCP-KGVX'),
  ('2026-08-31', 'day-off-in-lieu', 'Nghỉ hoán đổi Quốc khánh', 'CV 9859/VPCP-KGVX'),
  ('2026-09-01', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-09-02', 'holiday', 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112'),
  ('2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16')
  on conflict do nothing;
