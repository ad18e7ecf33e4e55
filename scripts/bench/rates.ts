/** Work done per second by a number of workers side by side, after a second of warming up. */
export async function workPerSecond(
	workers: number,
	seconds: number,
	make: (worker: number) => Promise<{ work: () => Promise<unknown>; end: () => void }>,
): Promise<number> {
	const all = await Promise.all(Array.from({ length: workers }, (_, at) => make(at)));
	const run = async (duration: number): Promise<number> => {
		const began = performance.now();
		const end = began + duration * 1000;
		let done = 0;
		await Promise.all(
			all.map(async ({ work }) => {
				while (performance.now() < end) {
					await work();
					done += 1;
				}
			}),
		);
		return done / ((performance.now() - began) / 1000);
	};
	await run(1);
	const rate = await run(seconds);
	for (const { end } of all) end();
	return rate;
}
