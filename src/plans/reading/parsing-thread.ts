import { parentPort, workerData } from 'node:worker_threads'
import { parsePlan } from '../../parser/parse-plan.ts'

/** The program of the thread that `parse-aside.ts` starts: parses one plan and ends. */
parentPort?.postMessage(parsePlan(workerData))
