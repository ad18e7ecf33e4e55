/**
 * Calls `stop` once when this process is asked to end (Ctrl-C, SIGTERM, or the process that
 * started it is gone) and then exits with 0.
 */
export function onceAskedToStop(stop: () => Promise<void>): void {
	let asked = false;
	const handle = async () => {
		if (asked) return;
		asked = true;
		try {
			await stop();
			process.exit(0);
		} catch (error) {
			console.error(error);
			process.exit(1);
		}
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
	process.on('disconnect', handle);
	process.channel?.unref();
}
