import type { EvidenceKind, Visibility } from '#features/evidence/evidence-kind.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import type { Tx } from '#server/database/handles.ts';
import { testMoment, type TestMunicipality, type World } from './world.ts';

/** What each kind of evidence holds at the least. */
const detailsOf: Record<EvidenceKind, object> = {
	figure: {
		seriesId: null,
		areaCode: 'WK020210',
		areaName: 'Geitenkamp',
		boundaryYear: 2020,
		measure: 'AantalInwoners_5',
		indicator: null,
		title: 'Aantal inwoners',
		value: 3215,
		missing: null,
		unit: 'aantal',
		decimals: 0,
		period: '2020',
		comparison: [{ areaName: 'Arnhem', value: null, missing: 'not_published' }],
		table: '84799NED',
		tableTitle: 'Kerncijfers wijken en buurten 2020',
		publisher: 'CBS',
		licence: 'CC BY 4.0',
		retrievedAt: '2026-02-01',
	},
	reaction: { sentenceId: '019a0000-0000-7000-8000-000000000000', sentence: 'Het plein is fijn.', answer: 'add', remark: 'Vooral in de zomer.', channel: 'online' }, // prettier-ignore
	signal: { about: 'place', nature: null, heardFrom: null, text: 'Er staan fietsen in de weg.', fromPublic: false, isShortened: false }, // prettier-ignore
	observation: { placeKind: null, busy: null, who: [], mood: null, order: null, activities: '', seen: '' }, // prettier-ignore
	conversation: { speaker: 'resident', speakerRole: null, placeKind: null, guide: 'default', guideVersion: 1, channel: null, askedBy: null, answers: [] }, // prettier-ignore
	photo: { placeKind: null, madeBy: null, seen: 'Het plein' },
	logbook: { text: 'Aantekening' },
	walk: { route: [], companions: [], attention: '', summary: '' },
	document: { author: '', year: null, reference: '', page: '', url: null, summary: '' },
	meeting: { attendance: null, sectors: [], summary: 'Samenvatting' },
};

interface Own {
	/** Taken back, with this reason. */
	withdrawn?: string;
}

/**
 * Puts steps of the golden thread straight into the database of a test world, in its home municipality. Each gives the
 * id of what it made. For tests that read; what commands do is tested with the commands.
 */
export interface Chain {
	evidence(
		own?: Own & { visibility?: Visibility; title?: string; kind?: EvidenceKind },
	): Promise<string>;
	finding(
		own?: Own & { text?: string; themes?: string[]; on?: string[]; kind?: 'risk' | 'protective' },
	): Promise<string>;
	agendaItem(own?: Own & { title?: string; answers?: string[]; reason?: string }): Promise<string>;
	decision(agendaItem: string, outcome?: string): Promise<string>;
	approach(own?: Own & { title?: string; carriesOut?: string[] }): Promise<string>;
	progress(approach: string, own: { on: string; text: string; measured?: string }): Promise<string>;
	/** Makes exactly these parts public. */
	publish(...parts: string[]): Promise<void>;
}

export function chainIn(world: World, place: TestMunicipality = world.home): Chain {
	const municipality_id = place.id;
	const trajectory_id = place.trajectoryId;
	const organisation_id = place.organisations.welfare;
	let position = 0;
	const write = <T>(work: (tx: Tx) => Promise<T>) => asOwner(world.database.owner, work);
	const base = ({ withdrawn }: Own) => ({
		municipality_id,
		id: newId(),
		trajectory_id,
		created_at: testMoment,
		withdrawn_at: withdrawn ? testMoment : null,
		withdrawn_reason: withdrawn ?? '',
	});

	return {
		evidence: ({ visibility = 'participants', title = 'Bron', kind = 'document', ...own } = {}) =>
			write(async (tx) => {
				const row = { ...base(own), visibility, title, kind, organisation_id };
				const details = JSON.stringify(detailsOf[kind]);
				await tx
					.insertInto('evidence')
					.values({ ...row, details })
					.execute();
				return row.id;
			}),
		finding: ({ text = 'Bevinding', themes = ['wonen'], on = [], kind = 'risk', ...own } = {}) =>
			write(async (tx) => {
				const row = { ...base(own), text, themes, kind, organisation_id };
				await tx
					.insertInto('finding')
					.values({ ...row, changed_at: testMoment })
					.execute();
				for (const evidence_id of on)
					await tx
						.insertInto('citation')
						.values({ municipality_id, finding_id: row.id, evidence_id, created_at: testMoment })
						.execute();
				return row.id;
			}),
		agendaItem: ({ title = 'Agendapunt', answers = [], reason = '', ...own } = {}) =>
			write(async (tx) => {
				const row = { ...base(own), title, without_finding_reason: reason, position: position++ };
				await tx.insertInto('agenda_item').values(row).execute();
				for (const finding_id of answers)
					await tx
						.insertInto('agenda_item_finding')
						.values({ municipality_id, agenda_item_id: row.id, finding_id })
						.execute();
				return row.id;
			}),
		decision: (agenda_item_id, outcome = 'adopted') =>
			write(async (tx) => {
				const row = { ...base({}), agenda_item_id, outcome, body: 'council' };
				await tx
					.insertInto('decision')
					.values({ ...row, decided_on: '2026-02-08' })
					.execute();
				return row.id;
			}),
		approach: ({ title = 'Aanpak', carriesOut = [], ...own } = {}) =>
			write(async (tx) => {
				const row = { ...base(own), title, kind: 'project' };
				await tx
					.insertInto('approach')
					.values({ ...row, responsible_organisation_id: organisation_id })
					.execute();
				for (const agenda_item_id of carriesOut)
					await tx
						.insertInto('approach_agenda_item')
						.values({ municipality_id, approach_id: row.id, agenda_item_id })
						.execute();
				return row.id;
			}),
		progress: (approach_id, { on, text, measured = '' }) =>
			write(async (tx) => {
				const row = { ...base({}), approach_id, text, measured, organisation_id };
				await tx
					.insertInto('progress')
					.values({ ...row, status: 'on_course', reported_on: on })
					.execute();
				return row.id;
			}),
		publish: (...parts) =>
			write(async (tx) => {
				await tx
					.updateTable('trajectory')
					.set({ public_parts: parts })
					.where('id', '=', trajectory_id)
					.execute();
			}),
	};
}
