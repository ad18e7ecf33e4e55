import { expect, it } from 'vitest';
import { sampleDocument } from '#ui/document/sample-document.test-data.ts';
import { DocumentsBusyError, RenderProcess } from './render-process.server.ts';

it('takes no more than it can make in time, and more again when those are ready', async () => {
	const renderer = new RenderProcess(2);
	const make = () => renderer.render('docx', sampleDocument(1));
	try {
		const ends = await Promise.allSettled([make(), make(), make(), make()]);
		expect(ends.map(({ status }) => status)).toEqual([
			'fulfilled',
			'fulfilled',
			'rejected',
			'rejected',
		]);
		expect((ends[2] as PromiseRejectedResult).reason).toBeInstanceOf(DocumentsBusyError);
		expect((await make()).length).toBeGreaterThan(1000);
	} finally {
		renderer.stop();
	}
});
