import * as v from 'valibot';
import { findingsOf } from '#features/analysis/finding.queries.server.ts';
import { accessOfInput } from '#features/trajectory/access.server.ts';
import { mayReadInside } from '#features/trajectory/trajectory.policy.ts';
import { memberOf, municipalityOf, type Actor } from '#kernel/actor.ts';
import { notFound } from '#kernel/failure.ts';
import { id, wholeNumber } from '#kernel/fields.ts';
import { query } from '#kernel/query.server.ts';
import type { Reader } from '#server/database/handles.ts';
import { accessWithVoice } from './appraisal-access.server.ts';
import { mayAppraiseFor } from './appraisal.policy.ts';
import { tableSize, voice, type Voice } from './appraisal.schema.ts';
import { criteriaOf } from './criteria.queries.server.ts';
import { residentsPartyOf } from './party.queries.server.ts';
import { answeredFindings, isScoringClosed } from './scoring.queries.server.ts';

const page = v.optional(wholeNumber(1, 100_000), 1);

export const listToWeigh = query({
	name: 'appraisal.mine',
	summary:
		"Lists the findings with how far the reader's organisation, or the residents' party, is in weighing each.",
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/wegingen/eigen' },
	input: v.object({ trajectoryId: id(), voice: voice(), page }),
	subject: accessWithVoice,
	// Who may not score sees how far their organisation is; the residents' list is for who enters it.
	allow: (actor, access) =>
		access.voice === 'own' ? mayReadInside(actor, access) : mayAppraiseFor(actor, access),
	async run({ reader, actor, subject }, { trajectoryId, voice, page }) {
		const municipalityId = municipalityOf(actor);
		const criteria = await criteriaOf(reader, municipalityId, trajectoryId);
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const partyId = await partyIdOf(reader, actor, trajectoryId, voice);
		const own = Map.groupBy(
			await viewsOf(reader, municipalityId, trajectoryId, { partyId, voice }),
			({ findingId }) => findingId,
		);
		const answered = await answeredFindings(reader, municipalityId, trajectoryId);
		const whole = new Set(
			answered.flatMap((one) => (one.partyId === partyId ? one.findingId : [])),
		);
		const rows = findings.map((finding) => ({
			finding,
			isDone: whole.has(finding.id),
			answered: whole.has(finding.id) ? criteria.length : (own.get(finding.id)?.length ?? 0),
		}));
		const isClosed = await isScoringClosed(reader, municipalityId, trajectoryId);
		return {
			...pageOf(rows, page),
			criteria: criteria.length,
			done: rows.filter(({ isDone }) => isDone).length,
			begun: rows.filter((row) => row.answered > 0).length,
			/** The first finding that still waits for this party. */
			next: rows.find(({ isDone }) => !isDone)?.finding.id ?? null,
			isClosed,
			mayAppraise: !isClosed && mayAppraiseFor(actor, subject) === true,
		};
	},
});

export const readWeighingSheet = query({
	name: 'appraisal.sheet',
	summary: "Reads one finding with the criteria and what the reader's party made of it.",
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bevindingen/{findingId}/wegingen' },
	input: v.object({ trajectoryId: id(), findingId: id(), voice: voice() }),
	subject: accessWithVoice,
	allow: mayAppraiseFor,
	async run({ reader, actor }, { trajectoryId, findingId, voice }) {
		const municipalityId = municipalityOf(actor);
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const at = findings.findIndex((finding) => finding.id === findingId);
		const finding = findings[at];
		if (!finding) throw notFound();
		const partyId = await partyIdOf(reader, actor, trajectoryId, voice);
		const views = await viewsOf(reader, municipalityId, trajectoryId, { partyId, voice });
		const own = views.filter((view) => view.findingId === findingId);
		const answered = await answeredFindings(reader, municipalityId, trajectoryId);
		const isDone = answered.some((one) => one.partyId === partyId && one.findingId === findingId);
		return {
			finding,
			number: at + 1,
			total: findings.length,
			previous: findings[at - 1]?.id ?? null,
			next: findings[at + 1]?.id ?? null,
			criteria: await criteriaOf(reader, municipalityId, trajectoryId),
			own,
			isDone,
			/** A colleague entered the residents' scores, and this reader may not see them yet. */
			isHidden: isDone && own.length === 0,
			isClosed: await isScoringClosed(reader, municipalityId, trajectoryId),
		};
	},
});

export const readWeighingTable = query({
	name: 'appraisal.table',
	summary:
		"Reads a page of findings with the scores of the reader's party, to fill in many at once.",
	input: v.object({ trajectoryId: id(), voice: voice(), page }),
	subject: accessWithVoice,
	allow: mayAppraiseFor,
	async run({ reader, actor }, { trajectoryId, voice, page }) {
		const municipalityId = municipalityOf(actor);
		const findings = await findingsOf(reader, municipalityId, trajectoryId);
		const partyId = await partyIdOf(reader, actor, trajectoryId, voice);
		const views = await viewsOf(reader, municipalityId, trajectoryId, { partyId, voice });
		return {
			...pageOf(findings, page),
			criteria: await criteriaOf(reader, municipalityId, trajectoryId),
			own: views.map(({ findingId, criterion, score, version }) => ({ findingId, criterion, score, version })), // prettier-ignore
			isClosed: await isScoringClosed(reader, municipalityId, trajectoryId),
		};
	},
});

export const readResidentsParty = query({
	name: 'residentsParty.read',
	summary:
		"Reads how the residents' scores of a trajectory were gathered; null when nobody said so.",
	http: { method: 'GET', path: '/trajecten/{trajectoryId}/bewonerspartij' },
	input: v.object({ trajectoryId: id() }),
	subject: accessOfInput,
	allow: mayReadInside,
	async run({ reader, actor }, { trajectoryId }) {
		return {
			residents: (await residentsPartyOf(reader, municipalityOf(actor), trajectoryId)) ?? null,
		};
	},
});

/** The party in whose name somebody scores; null for the program itself, and for residents that nobody described. */
async function partyIdOf(
	reader: Reader,
	actor: Actor,
	trajectoryId: string,
	voice: Voice,
): Promise<string | null> {
	if (voice === 'residents')
		return (await residentsPartyOf(reader, municipalityOf(actor), trajectoryId))?.id ?? null;
	return actor.kind === 'member' ? memberOf(actor).organisationId : null;
}

interface OfParty {
	partyId: string | null;
	voice: Voice;
}

/** What one party said so far, as far as this reader may see it. */
function viewsOf(
	reader: Reader,
	municipalityId: string,
	trajectoryId: string,
	{ partyId, voice }: OfParty,
) {
	return reader
		.selectFrom('appraisal')
		.select(['finding_id as findingId', 'criterion', 'score', 'reason', 'version'])
		.where('municipality_id', '=', municipalityId)
		.where('trajectory_id', '=', trajectoryId)
		.where(voice === 'own' ? 'organisation_id' : 'residents_party_id', '=', partyId)
		.execute();
}

/** One page of a list, with where it begins (from 1) and how long the whole is. */
export function pageOf<Row>(rows: readonly Row[], page: number, size = tableSize) {
	const from = (page - 1) * size;
	return { rows: rows.slice(from, from + size), from: from + 1, total: rows.length, page };
}
