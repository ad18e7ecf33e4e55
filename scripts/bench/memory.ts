import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { compared, type Result } from './result.ts';
import type { Stage } from './stage.ts';

/** What the program holds after all that was asked of it, against a bare node:http server that was asked nothing. */
export async function benchMemory(stage: Stage): Promise<Result[]> {
	const child = spawn(process.execPath, [
		'-e',
		"require('node:http').createServer().listen(0); setTimeout(() => {}, 20000)",
	]);
	await sleep(1000);
	const bare =
		Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) /
		1024;
	child.kill();
	return [
		compared(
			'Memory of the program after the load',
			stage.memory(),
			'MB',
			{ name: 'a bare node:http server', value: bare },
			'under 200 MB',
		),
	];
}
