import { beforeAll, expect, test } from 'vitest';
import { addFindingFromPassage } from '#features/analysis/passage-finding.commands.server.ts';
import { restoreEvidence, withdrawEvidence } from '#features/evidence/evidence.commands.server.ts';
import { addObservation } from '#features/lifeworld/observation.commands.server.ts';
import { markPassages } from '#features/lifeworld/passage.commands.server.ts';
import { plainText } from '#ui/document/plain-text.ts';
import { testWorld } from '#tests/support/world.ts';
import { freezeReport } from './report-version.commands.server.ts';
import { readReportVersion } from './report-version.queries.server.ts';
import { readReport } from './report.queries.server.ts';

const world = await testWorld();
const { trajectoryId, members } = world.home;
const { ask, run } = world.kernel;
const { process_manager: manager, professional } = members;

const words = 'Op het plein zit men graag.';
const finding = 'Het plein is geliefd';
let evidenceId = '';

/** The report as it is now, and one that is frozen now. */
async function reports(name: string) {
	const draft = plainText(await ask(manager, readReport, { trajectoryId, taal: 'nl' }));
	const { id } = await run(manager, freezeReport, { trajectoryId, name, visibility: 'participants' }); // prettier-ignore
	return { draft, id };
}
const frozen = async (reportVersionId: string) =>
	plainText((await ask(members.reader, readReportVersion, { reportVersionId, taal: 'nl' })).model);

beforeAll(async () => {
	const seen = `${words} In de winter is het leeg.`;
	const where = { trajectoryId, place: 'Het plein', seen };
	evidenceId = (await run(professional, addObservation, where)).id;
	const { id: passageId } = await run(professional, markPassages, {
		...{ evidenceId, version: 1, marks: [{ part: 'seen', start: 0, end: words.length }] },
		...{ side: 'protection', isQuote: true },
	});
	await run(professional, addFindingFromPassage, {
		...{ trajectoryId, kind: 'protective', text: finding, themes: ['sport'] },
		passageIds: [passageId],
	});
});

test('words that a finding rests on stand in the frozen report as in the draft, without who wrote them down', async () => {
	const { draft, id } = await reports('Met citaat');
	expect(draft).toContain(`“${words}”`);
	expect(await frozen(id)).toContain(`“${words}”`);
	expect(await frozen(id)).not.toContain(professional.name);
});

test('of a source that was withdrawn they are cited no more; what was frozen before stays as it was', async () => {
	const { id: before } = await reports('Voor het intrekken');
	await run(professional, withdrawEvidence, { evidenceId, version: 1, reason: 'Klopte niet.' });
	const { draft, id } = await reports('Na het intrekken');
	for (const text of [draft, await frozen(id)]) {
		expect(text).toContain(finding);
		expect(text).not.toContain(`“${words}”`);
		expect(text).toContain('Deze bron is ingetrokken.');
	}
	expect(await frozen(before)).toContain(`“${words}”`);
	await run(professional, restoreEvidence, { evidenceId, version: 2 });
	expect((await reports('Weer terug')).draft).toContain(`“${words}”`);
});
