export const webhookPaths = {
  list: '/webhook',
  webhook: (id: string) => `/webhook/${id}`,
  remove: (id: string) => `/webhook/${id}/xoa`,
  resume: (id: string) => `/webhook/${id}/chay-lai`,
  resend: (id: string, delivery: string) => `/webhook/${id}/lan-gui/${delivery}/gui-lai`,
} as const
