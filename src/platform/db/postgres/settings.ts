// cspell:ignore autovacuum (PostgreSQL's own name)
/**
 * For one old computer: little memory while idle, durable always. Background processes that nobody needs are not started:
 * `io_method=sync` saves three readers, no logical replication saves its launcher. `wal_level=replica` stays, the online
 * backup needs it; so do `fsync` and `synchronous_commit`, which are PostgreSQL's defaults and are not touched.
 */
export const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '32MB',
  max_connections: '40',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_senders: '0',
  max_replication_slots: '0',
  max_logical_replication_workers: '0',
  max_worker_processes: '4',
  autovacuum_max_workers: '1',
  io_method: 'sync',
  jit: 'off',
  min_wal_size: '48MB',
  max_wal_size: '512MB',
  checkpoint_timeout: '15min',
  huge_pages: 'off',
  lc_messages: 'C',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
  log_min_duration_statement: '2000',
  // Values of slow statements and of rows that are refused are people's data: they stay out of the log.
  log_parameter_max_length: '0',
  log_error_verbosity: 'terse',
  log_line_prefix: '%m [%p] ',
}

/** `-c name=value …` for the command line. */
export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
