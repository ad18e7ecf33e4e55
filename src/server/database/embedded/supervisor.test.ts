import { spawn, type ChildProcess } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { supervise } from './supervisor.ts';

const LASTING = 'setInterval(() => {}, 1000)';

/** A process that runs a line of JavaScript, started completely. */
async function started(line: string): Promise<ChildProcess> {
	const child = spawn(process.execPath, ['-e', line]);
	await new Promise((resolve) => child.once('spawn', resolve));
	return child;
}

describe('a supervised server', () => {
	it('that dies is started again, and stopped in order', async () => {
		const servers: ChildProcess[] = [];
		const start = async () => {
			const server = await started(LASTING);
			servers.push(server);
			return server;
		};
		const gaveUp = vi.fn();
		const supervisor = await supervise(start, () => undefined, gaveUp);
		servers[0]?.kill('SIGKILL');
		await vi.waitFor(() => expect(servers).toHaveLength(2));
		await supervisor.stop();
		expect(servers[1]?.signalCode).toBe('SIGINT');
		expect(servers).toHaveLength(2);
		expect(gaveUp).not.toHaveBeenCalled();
	});

	it('that never lasts is given up, with the reason', async () => {
		const gaveUp = vi.fn();
		let starts = 0;
		const start = () => {
			starts += 1;
			return starts === 1 ? started('') : Promise.reject(new Error('the disk is full.'));
		};
		await supervise(start, () => undefined, gaveUp);
		await vi.waitFor(() => expect(gaveUp).toHaveBeenCalledOnce(), { timeout: 15_000 });
		expect(gaveUp).toHaveBeenCalledWith('PostgreSQL cannot be kept running: the disk is full.');
		expect(starts).toBe(8);
	}, 20_000);

	it('that is stopped meanwhile is not started again', async () => {
		const start = vi.fn(() => started(LASTING));
		const supervisor = await supervise(start, () => undefined, vi.fn());
		await supervisor.stop();
		await supervisor.stop();
		expect(start).toHaveBeenCalledOnce();
	});
});
