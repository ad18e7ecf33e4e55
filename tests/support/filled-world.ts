import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import framework from '#content/frameworks/2013.json' with { type: 'json' };
import { publicParts } from '#features/trajectory/trajectory.policy.ts';
import { startTrajectory } from '#features/trajectory/trajectory.commands.server.ts';
import { newId } from '#kernel/id.ts';
import { asOwner } from '#server/database/owner.ts';
import type { Tx } from '#server/database/handles.ts';
import { fillAgreement } from './filled-agreement.ts';
import { fillAttachments } from './filled-attachments.ts';
import { fillWeighing } from './filled-weighing.ts';
import { fillCare } from './filled-care.ts';
import { fillFigures, type Setting } from './filled-figures.ts';
import { fillOwnFigures } from './filled-own.ts';
import { fillRecognition } from './filled-recognition.ts';
import { fillReview } from './filled-review.ts';
import { fillSignals } from './filled-signals.ts';
import { fillWarnings } from './filled-warnings.ts';
import { fillTalks } from './filled-talks.ts';
import { fillFrameworks } from './filled-frameworks.ts';
import type { TestMunicipality, World } from './world.ts';

/** The themes of the framework that the trajectories of a filled world follow. */
export const themes = framework.domains.flatMap((domain) => domain.themes.map(({ id }) => id));

/** The id of one row per table, all of one trajectory. Tables without an id of their own are missing. */
export type Rows = Record<string, string | number>;

/** A municipality with a row in every table, and a mark in every text of them. */
export interface FilledTown extends TestMunicipality {
	/** Stands in every text of this municipality and nowhere else. */
	mark: string;
	/** The rows of a trajectory of which nothing is public. */
	closed: Rows;
	/** The mark of that trajectory's own texts. */
	closedMark: string;
	/** The rows of a trajectory of which every part is public, with evidence that is. */
	open: Rows;
}

export interface FilledWorld extends World {
	filled: { home: FilledTown; elsewhere: FilledTown };
}

/** Fills both municipalities of a world: a row in every table that belongs to a municipality, for two trajectories each. */
export async function fill(world: World): Promise<FilledWorld> {
	const home = await fillTown(world, world.home, 'Duinpan');
	const elsewhere = await fillTown(world, world.elsewhere, 'Kwelder');
	return { ...world, filled: { home, elsewhere } };
}

async function fillTown(world: World, town: TestMunicipality, mark: string): Promise<FilledTown> {
	const closedMark = `${mark}dicht`;
	const { id: openId } = await world.kernel.run(town.members.process_manager, startTrajectory, {
		areaName: `${mark} open`,
		startYear: 2025,
		endYear: 2029,
	});
	return asOwner(world.database.owner, async (tx) => {
		await markTown(tx, town.id, mark);
		const closed = await fillTrajectory(tx, world, town, town.trajectoryId, closedMark);
		const open = await fillTrajectory(tx, world, town, openId, `${mark}open`);
		await tx
			.updateTable('trajectory')
			.set({ public_parts: [...publicParts] })
			.where('municipality_id', '=', town.id)
			.where('id', '=', openId)
			.execute();
		return { ...town, mark, closed, closedMark, open };
	});
}

/** Puts the mark into what the municipality has already. */
async function markTown(tx: Tx, municipalityId: string, mark: string): Promise<void> {
	await tx
		.updateTable('organisation')
		.set((eb) => ({ name: eb(eb.val(`${mark} `), '||', eb.ref('name')) }))
		.where('municipality_id', '=', municipalityId)
		.execute();
	await tx
		.updateTable('person')
		.set((eb) => ({ name: eb(eb.val(`${mark} `), '||', eb.ref('name')) }))
		.where('municipality_id', '=', municipalityId)
		.execute();
}

async function fillTrajectory(
	tx: Tx,
	world: World,
	town: TestMunicipality,
	trajectory_id: string,
	mark: string,
): Promise<Rows> {
	const municipality_id = town.id;
	const now = world.clock.now();
	const created_by = town.members.process_manager.membershipId;
	const organisation_id = town.organisations.municipality;
	const theme = themes[0] as string;
	const own = () => ({ municipality_id, id: newId() });
	const made = () => ({ ...own(), trajectory_id, created_by, created_at: now });
	const rows: Rows = {
		trajectory: trajectory_id,
		organisation: town.organisations.welfare,
		membership: town.members.reader.membershipId,
		person: town.members.reader.personId,
		municipality: municipality_id,
	};
	const place = await tx
		.selectFrom('trajectory')
		.select(['area_slug', 'start_year'])
		.where('id', '=', trajectory_id)
		.executeTakeFirstOrThrow();
	rows.area_slug = place.area_slug;
	rows.start_year = place.start_year;
	const text = (what: string) => `${mark} ${what}`;
	// What CBS publishes and what organisations are called is public whatever the trajectory.
	const ofTown = (what: string) => `${mark.replace(/(dicht|open)$/, '')} ${what}`;

	await tx
		.updateTable('trajectory')
		.set({ area_note: text('note'), goals: text('goals'), cooperation: text('cooperation') })
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', trajectory_id)
		.execute();
	const precondition = await tx
		.updateTable('precondition')
		.set({ owner: text('owner'), remark: text('remark') })
		.where('municipality_id', '=', municipality_id)
		.where('trajectory_id', '=', trajectory_id)
		.returning('id')
		.execute();
	rows.precondition = precondition[0]?.id ?? '';
	Object.assign(rows, await fillFrameworks(tx, { municipality_id, trajectory_id, created_by, now, mark, text, ofTown })); // prettier-ignore

	const participant = { ...own(), trajectory_id, organisation_id: town.organisations.welfare, part: 'core_group', mandate_note: text('mandate'), created_at: now }; // prettier-ignore
	await takePart(tx, town, trajectory_id, now);
	await tx.insertInto('participant').values({ ...participant, membership_id: town.members.professional.membershipId }).execute(); // prettier-ignore
	rows.participant = participant.id;

	const phase = { ...own(), trajectory_id, step: 'trajectory', name: text('phase'), position: 1 };
	await tx.insertInto('phase').values(phase).execute();
	rows.phase = phase.id;

	rows.new_organisation = await addOrganisation(
		tx,
		municipality_id,
		ofTown(`newcomer ${newId()}`),
		now,
	);
	Object.assign(rows, await fillFigures(tx, { municipality_id, now, text: ofTown }));
	Object.assign(rows, await fillOwnFigures(tx, { municipality_id, now, text }, created_by));
	Object.assign(rows, await fillLetters(tx, town, { now, text }));

	const evidence = {
		...made(),
		kind: 'document',
		title: text('source'),
		place: text('place'),
		visibility: 'public',
		organisation_id,
		details: JSON.stringify({ author: text('author'), year: 2024, reference: '', page: '', url: null, summary: text('summary') }), // prettier-ignore
		happened_at: now,
		themes: [theme],
	};
	await tx.insertInto('evidence').values(evidence).execute();
	rows.evidence = evidence.id;
	Object.assign(rows, await fillAttachments(tx, { municipality_id, trajectory_id, evidence_id: evidence.id, organisation_id, created_by, now, text })); // prettier-ignore

	const spot = { ...made(), name: text('spot'), kind: 'park-or-square', meaning: text('meaning'), longitude: 5.9301, latitude: 51.9902 }; // prettier-ignore
	await tx.insertInto('place').values(spot).execute();
	rows.place = spot.id;

	const finding = { ...made(), kind: 'risk', text: text('finding'), themes: [theme], organisation_id, changed_by: created_by, changed_at: now }; // prettier-ignore
	const second = { ...finding, id: newId(), text: text('second finding') };
	const answer = { ...finding, id: newId(), kind: 'protective', text: text('protective finding') };
	const group = { ...finding, id: newId(), text: text('group'), is_group: true };
	const grouped = { ...finding, id: newId(), text: text('grouped'), grouped_into: group.id };
	await tx.insertInto('finding').values([finding, second, answer, group]).execute();
	await tx.insertInto('finding').values(grouped).execute();
	rows.group_finding = group.id;
	rows.grouped_finding = grouped.id;
	rows.protective_finding = answer.id;
	const counterweight = { ...made(), risk_id: finding.id, protective_id: answer.id, note: text('counterweight') }; // prettier-ignore
	await tx.insertInto('counterweight').values(counterweight).execute();
	rows.counterweight = counterweight.id;
	rows.finding = finding.id;
	const round = { ...own(), trajectory_id, question: text('round'), opened_at: now, opened_by: created_by, closed_at: now, closed_by: created_by }; // prettier-ignore
	await tx.insertInto('silent_round').values(round).execute();
	rows.silent_round = round.id;
	rows.other_finding = second.id;
	await tx.insertInto('citation').values({ municipality_id, finding_id: finding.id, evidence_id: evidence.id, note: text('citation'), created_by, created_at: now }).execute(); // prettier-ignore

	const provision = {
		...made(),
		theme,
		standing: 'offered',
		text: text('provision'),
		organisation_id,
	};
	await tx.insertInto('provision').values(provision).execute();
	rows.provision = provision.id;
	const need = { ...made(), theme, question: text('question'), method: text('method'), who: text('who'), organisation_id }; // prettier-ignore
	await tx.insertInto('knowledge_need').values(need).execute();
	rows.knowledge_need = need.id;
	const formImport = { ...made(), organisation_id, file_name: text('file'), format: 'csv', fingerprint: newId(), is_foreign: false, unchanged: 0, notes: '[]' }; // prettier-ignore
	await tx.insertInto('form_import').values(formImport).execute();
	rows.form_import = formImport.id;
	const importLine = { ...own(), import_id: formImport.id, position: 0, kind: 'new', file_place: text('cell'), text: text('line'), theme, slot: 'risk' }; // prettier-ignore
	await tx.insertInto('form_import_line').values(importLine).execute();
	rows.form_import_line = importLine.id;
	const question = { ...made(), finding_id: finding.id, question: text('finding question'), organisation_id }; // prettier-ignore
	const passed = { ...question, id: newId(), need_id: need.id };
	await tx
		.insertInto('finding_question')
		.values([{ ...question, need_id: null }, passed])
		.execute();
	rows.finding_question = question.id;
	const tension = { ...made(), theme: themes[1] as string, direction: 'figures_kinder', outcome: 'explained', text: text('tension'), organisation_id }; // prettier-ignore
	await tx.insertInto('tension_answer').values(tension).execute();
	rows.tension_answer = tension.id;

	const appraisal = { ...own(), trajectory_id, finding_id: finding.id, criterion: 'seriousness', organisation_id, score: 3, reason: text('appraisal'), changed_at: now }; // prettier-ignore
	await tx.insertInto('appraisal').values(appraisal).execute();
	rows.appraisal = appraisal.id;
	const priority = { ...made(), finding_id: finding.id, reason: text('priority'), chosen_by: 'core_group' }; // prettier-ignore
	await tx.insertInto('priority').values(priority).execute();
	rows.priority = priority.id;
	const item = { ...made(), title: text('agenda item'), text: text('agenda text'), position: 1 };
	await tx.insertInto('agenda_item').values(item).execute();
	rows.agenda_item = item.id;
	await tx.insertInto('agenda_item_finding').values({ municipality_id, agenda_item_id: item.id, finding_id: finding.id }).execute(); // prettier-ignore
	const decision = { ...made(), agenda_item_id: item.id, body: 'council', decided_on: '2025-06-01', outcome: 'amended', amended_text: text('amended'), reference: text('reference') }; // prettier-ignore
	await tx.insertInto('decision').values(decision).execute();
	rows.decision = decision.id;
	Object.assign(rows, await fillAgreement(tx, { town, trajectory_id, now, rows, text }));
	Object.assign(rows, await fillWeighing(tx, { town, trajectory_id, now, rows, text }));
	Object.assign(rows, await fillReview(tx, { town, trajectory_id, now, text }));
	Object.assign(rows, await fillRecognition(tx, { town, trajectory_id, theme, finding: finding.id, now, text })); // prettier-ignore
	Object.assign(rows, await fillWarnings(tx, { town, trajectory_id, finding: finding.id, now, text: ofTown })); // prettier-ignore

	const approach = { ...made(), kind: 'project', title: text('approach'), intended_result: text('result'), responsible_organisation_id: organisation_id, indicator: text('indicator'), baseline: text('baseline'), target: text('target'), indicator_source: text('indicator source') }; // prettier-ignore
	await tx.insertInto('approach').values(approach).execute();
	rows.approach = approach.id;
	await tx.insertInto('approach_agenda_item').values({ municipality_id, approach_id: approach.id, agenda_item_id: item.id }).execute(); // prettier-ignore
	await tx.insertInto('approach_organisation').values({ municipality_id, approach_id: approach.id, organisation_id }).execute(); // prettier-ignore
	const means = { ...made(), approach_id: approach.id, kind: 'money', financier: text('financier'), amount_cents: 100_00, note: text('means') }; // prettier-ignore
	await tx.insertInto('means').values(means).execute();
	rows.means = means.id;
	const progress = { ...made(), approach_id: approach.id, status: 'on_course', text: text('progress'), measured: text('measured'), reported_on: '2025-09-01', organisation_id }; // prettier-ignore
	await tx.insertInto('progress').values(progress).execute();
	rows.progress = progress.id;

	const sentences = [{ text: text('sentence'), refs: [{ kind: 'finding', id: finding.id, version: 1, at: 0 }] }]; // prettier-ignore
	const section = { ...made(), key: `theme.${theme}`, part: 'analysis', language: 'nl', content: JSON.stringify({ paragraphs: [{ sentences }] }), changed_by: created_by, changed_at: now }; // prettier-ignore
	await tx.insertInto('report_section').values(section).execute();
	rows.report_section = section.id;

	await tx
		.updateTable('finding') // its former version is kept by the database itself
		.set({ text: text('changed finding'), version: 2 })
		.where('municipality_id', '=', municipality_id)
		.where('id', '=', second.id)
		.execute();
	for (const [name, details] of Object.entries(fieldDetails(text)))
		rows[name] = await addAs(tx, 'evidence', evidence.id, { kind: name, details });
	rows.settled_signal = await addAs(tx, 'evidence', String(rows.signal), {});
	Object.assign(rows, await fillSignals(tx, { town, trajectory_id, now, rows, text }));
	const kept = { ...made(), evidence_id: String(rows.figure), series_id: 1, reason: text('kept figure'), organisation_id }; // prettier-ignore
	await tx.insertInto('kept_figure').values(kept).execute();
	rows.kept_figure = kept.id;
	Object.assign(rows, await fillCare(tx, { town, trajectory_id, now, text, ofTown }));
	Object.assign(rows, await fillTalks(tx, { municipality_id, trajectory_id, created_by, now, rows, text })); // prettier-ignore
	for (const table of withdrawable)
		rows[`withdrawn_${table}`] = await addAs(tx, table, rows[table] as string, {
			withdrawn_at: now,
			withdrawn_reason: text('withdrawn'),
		});
	rows.need = rows.knowledge_need ?? '';
	rows.withdrawn_need = rows.withdrawn_knowledge_need ?? '';
	rows.item = rows.agenda_item ?? '';
	rows.section = rows.report_section ?? '';
	rows.withdrawn_item = rows.withdrawn_agenda_item ?? '';
	return rows;
}

const withdrawable = [
	'evidence',
	'place',
	'finding',
	'provision',
	'knowledge_need',
	'priority',
	'agenda_item',
	'decision',
	'approach',
	'means',
	'progress',
	'report_section',
];

/** Adds the same row once more, under an id of its own, with some columns different. Gives that id. */
async function addAs(
	tx: Tx,
	table: string,
	id: string,
	values: Record<string, unknown>,
): Promise<string> {
	const other = newId();
	const changed = JSON.stringify({ ...values, id: other });
	await sql`INSERT INTO ${sql.table(table)}
		SELECT (jsonb_populate_record(r, ${changed}::jsonb)).* FROM ${sql.table(table)} r WHERE id = ${id}`.execute(
		tx,
	);
	return other;
}

function fieldDetails(text: (what: string) => string) {
	return {
		observation: { placeKind: null, busy: 'quiet', who: [], mood: null, order: null, activities: text('activities'), seen: text('seen') }, // prettier-ignore
		conversation: { speaker: 'resident', speakerRole: null, placeKind: null, guide: 'default', guideVersion: 1, channel: null, askedBy: null, answers: [{ questionId: 'a', question: text('asked'), answer: text('answer') }] }, // prettier-ignore
		meeting: { attendance: null, sectors: [], summary: text('meeting') },
		photo: { placeKind: null, madeBy: 'resident', seen: text('on the photo') },
		logbook: { text: text('logbook') },
		walk: { route: [{ placeId: null, name: text('stop') }], companions: [{ role: 'residents', count: 4 }], attention: text('attention'), summary: text('walk') }, // prettier-ignore
		reaction: { sentenceId: newId(), sentence: text('said sentence'), answer: 'differs', remark: text('said'), channel: 'online' }, // prettier-ignore
		signal: { about: 'place', nature: null, heardFrom: 'seen', text: text('noticed') },
		figure: { seriesId: null, areaCode: 'WK020210', areaName: text('area'), boundaryYear: 2020, measure: 'a', indicator: null, title: text('figure'), value: 1, missing: null, unit: '', decimals: 0, period: '2020', comparison: [], table: text('table'), tableTitle: text('table title'), publisher: text('publisher'), licence: 'CC BY 4.0', retrievedAt: '2026-01-01' }, // prettier-ignore
	};
}

/** All three organisations take part in every trajectory; in the first of them they do already. */
async function takePart(
	tx: Tx,
	town: TestMunicipality,
	trajectory_id: string,
	created_at: Date,
): Promise<void> {
	if (trajectory_id === town.trajectoryId) return;
	await tx
		.insertInto('participant')
		.values(
			Object.values(town.organisations).map((organisation_id) => ({
				municipality_id: town.id,
				id: newId(),
				trajectory_id,
				organisation_id,
				part: 'core_group',
				created_at,
			})),
		)
		.execute();
}

/** An organisation that takes part nowhere and has no members. */
async function addOrganisation(
	tx: Tx,
	municipality_id: string,
	name: string,
	created_at: Date,
): Promise<string> {
	const id = newId();
	await tx
		.insertInto('organisation')
		.values({ municipality_id, id, name, sector: 'care', created_at })
		.execute();
	return id;
}

async function fillLetters(
	tx: Tx,
	town: TestMunicipality,
	{ now, text }: Omit<Setting, 'municipality_id'>,
): Promise<Rows> {
	const municipality_id = town.id;
	const later = new Date(now.getTime() + 3_600_000);
	const mail = { municipality_id, id: newId(), recipient: 'iemand@voorbeeld.invalid', subject: text('subject'), body: text('letter'), created_at: now, expires_at: later, send_after: now }; // prettier-ignore
	await tx.insertInto('mail').values(mail).execute();
	const membership_id = town.members.reader.membershipId;
	const secret = { municipality_id, membership_id, created_at: now, expires_at: later };
	await tx.insertInto('sign_in_link').values({ ...secret, digest: randomBytes(32) }).execute(); // prettier-ignore
	await tx.insertInto('session').values({ ...secret, digest: randomBytes(32), kind: 'token', label: text('token') }).execute(); // prettier-ignore
	return { mail: mail.id };
}
