import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles, type Role } from '#features/accounts/role.schema.ts';
import type { Member } from '#kernel/actor.ts';
import { digestOf, newSecret } from '#kernel/secret.server.ts';
import type { FilledTown, Rows } from '#tests/support/filled-world.ts';
import { sqlAsOwner } from '#tests/support/tenant-tables.ts';
import { serve, type Served } from './served-world.ts';

/**
 * Who gets to see which page and file of the lived world: every role, somebody of an organisation that takes no part, and
 * somebody of another municipality. `routes.test.ts` looks that nothing breaks or shows what is not the reader's; here each
 * address is one that is there, so that a no is a no and not a wrong address.
 */
type Audience = 'visitor' | Role | 'outsider' | 'stranger';
const audiences: Audience[] = ['visitor', ...roles, 'outsider', 'stranger'];

const rooms =
	/\/(veld|leefwereld|signalen|overleg|herkenbaar|tweede-lezer|bewaren|mijn-inbreng|gesprekswijzers|reactie|bijlage|bron)(\/|$)/;
const folder = path.resolve(import.meta.dirname, '../../src/routes');
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\+(page\.svelte|server\.ts)$/.test(file))
	.map((file) => `/${path.posix.dirname(file.replaceAll('\\', '/'))}`)
	.filter((route) => rooms.test(route) && !route.startsWith('/api/'))
	.sort();

const everyone = audiences;
const inside: Audience[] = [...roles];
const members: Audience[] = [...roles, 'outsider'];
const signedIn: Audience[] = [...members, 'stranger'];
const contributors: Audience[] = ['process_manager', 'analyst', 'professional', 'resident_representative']; // prettier-ignore
const leader: Audience[] = ['process_manager'];
const moderators: Audience[] = ['process_manager', 'resident_representative'];
/** Those of the organisation that brought the source of the filled world in. */
const researchers: Audience[] = ['process_manager', 'analyst'];
const managers: Audience[] = ['administrator', 'process_manager'];
const administrator: Audience[] = ['administrator'];
const nobody: Audience[] = [];

const trajectory = '/[municipality]/[area]/[year=year]';
/** Who gets a page: of a trajectory of which every part is public, of one of which nothing is, and which ones (…: of a trajectory). */
const table: [Audience[], Audience[], string[]][] = [
	[
		everyone,
		inside,
		[
			'…/bron/[id]',
			'…/bron/[id]/markeren/[passage]',
			'…/herkenbaar',
			'…/herkenbaar/poster',
			'…/herkenbaar/regels',
			'…/leefwereld',
			'…/leefwereld/bronnen.[format=listFormat]',
			'…/leefwereld/gemarkeerd',
			'…/leefwereld/vragen',
			'…/signalen/adres/[secret]',
			'/[municipality]/bijlage/[id]/[name]',
		],
	],
	[researchers, researchers, ['…/bron/[id]/foto', '…/bron/[id]/wijzigen']],
	[
		contributors,
		contributors,
		[
			'…/bron/[id]/markeren',
			'…/leefwereld/bijeenkomst',
			'…/leefwereld/document',
			'…/leefwereld/logboek',
			'…/leefwereld/papier',
			'…/leefwereld/papier/[guide]',
			'…/leefwereld/papier/[guide]/blad.pdf',
			'…/leefwereld/stapel',
			'…/overleg/nieuw',
			'…/veld',
			'…/veld/foto',
			'…/veld/gesprek',
			'…/veld/signaal',
			'…/veld/waarneming',
			'…/veld/wijkschouw',
		],
	],
	[
		leader,
		leader,
		[
			'…/herkenbaar/beheer',
			'…/herkenbaar/beheer/zin',
			'…/leefwereld/logboek/[note]',
			'…/signalen/bewoners',
			'…/tweede-lezer',
			'…/tweede-lezer/bijlage/[id]/[name]',
		],
	],
	[moderators, moderators, ['…/herkenbaar/reacties']],
	[
		inside,
		inside,
		[
			'…/overleg',
			'…/overleg/[id]',
			'…/overleg/[id]/overleg.ics',
			'…/overleg/overleg.ics',
			'…/signalen',
			'…/signalen/[id]',
			'…/signalen/patronen',
		],
	],
	[everyone, nobody, ['…/signalen/melden', '…/signalen/volgen/[secret]']],
	[members, inside, ['…/veld/plekken', '…/veld/plekken/[id]', '…/veld/postbak']],
	[administrator, administrator, ['/[municipality]/bewaren']],
	[
		managers,
		managers,
		['/[municipality]/gesprekswijzers', '/[municipality]/gesprekswijzers/[guide]'],
	],
	[members, members, ['/[municipality]/mijn-inbreng']],
	[everyone, everyone, ['/[municipality]/reactie/[secret]', '/veld/zonder-netwerk']],
	[signedIn, signedIn, ['/veld']],
];
const seenBy = new Map(
	table.flatMap(([open, closed, names]) =>
		names.map((name) => [name.replace('…', trajectory), { open, closed }] as const),
	),
);
/** Not looked at here, and why. */
const without: Record<string, string> = {
	[`${trajectory}/leefwereld/[moved=movedForm]`]: 'leads on to another page, whoever asks',
	[`${trajectory}/leefwereld/vragen/[question]`]: 'nobody answered a question in the filled world',
};

let served: Served;
let home: FilledTown;
const cookies = new Map<Audience, string>();
const follow = newSecret();
const answer = newSecret();

beforeAll(async () => {
	served = await serve();
	const { world } = served;
	({ home } = world.filled);
	const sign = async (who: Audience, member: Member) =>
		cookies.set(who, `wijkagenda=${await served.signIn(member, 'browser')}`);
	for (const role of roles) await sign(role, home.members[role]);
	const newcomer = String(home.open.new_organisation);
	await sign('outsider', await world.addMember(home, 'professional', newcomer));
	await sign('stranger', world.filled.elsewhere.members.process_manager);
	for (const rows of [home.open, home.closed]) await giveSecretsAndFiles(rows);
});
afterAll(() => served.stop());

/** What the filled world leaves out: files on the disk, and secrets of which only a digest is kept. */
async function giveSecretsAndFiles(rows: Rows): Promise<void> {
	for (const id of [rows.attachment, rows.waiting_attachment].map(String)) {
		const place = path.join(served.dataDir, 'files', home.id, id.slice(-2), id);
		mkdirSync(place, { recursive: true });
		writeFileSync(path.join(place, '320'), 'RIFF');
	}
	if (rows === home.closed) return;
	const { owner } = served;
	await sqlAsOwner(owner, 'UPDATE signal_post SET follow_digest = $1 WHERE id = $2', [digestOf(follow), rows.signal_post]); // prettier-ignore
	await sqlAsOwner(owner, 'UPDATE recognition_submission SET digest = $1 WHERE round_id = $2', [digestOf(answer), rows.recognition_round]); // prettier-ignore
	await sqlAsOwner(
		owner,
		`INSERT INTO signal_address (municipality_id, signal_post_id, trajectory_id, email, language, digests, side_id, created_at)
		 VALUES ($1, $2, $3, 'bewoner@voorbeeld.invalid', 'nl', ARRAY[$4::bytea], $2, now())
		 ON CONFLICT (municipality_id, signal_post_id) DO UPDATE SET digests = ARRAY[$4::bytea]`,
		[home.id, rows.signal_post, rows.trajectory, digestOf(follow)],
	);
}

function addressOf(route: string, rows: Rows): string {
	const thing = route.includes('/tweede-lezer/bijlage') ? rows.waiting_attachment
		: route.includes('/bijlage/') ? rows.attachment
		: route.includes('/overleg/') ? rows.closed_meeting
		: route.includes('/signalen/') ? rows.signal
		: route.includes('/plekken/') ? rows.place
		: rows.evidence; // prettier-ignore
	const values: Record<string, unknown> = {
		municipality: home.slug,
		area: rows.area_slug,
		year: rows.start_year,
		id: thing,
		guide: route.includes('/papier/') ? 'resident' : rows.guide,
		note: rows.note,
		passage: rows.passage,
		question: 'pleasant',
		name: '320',
		format: 'csv',
		moved: 'waarneming',
		secret: route.includes('/reactie/') ? answer : follow,
	};
	return route
		.replace(/\/\([^)]*\)/g, '')
		.replace(/\[(\w+)(?:=\w+)?\]/g, (_, name: string) => String(values[name]));
}

async function statusOf(route: string, rows: Rows, who: Audience): Promise<number> {
	const cookie = cookies.get(who);
	const response = await fetch(served.program.url + addressOf(route, rows), {
		redirect: 'manual',
		signal: AbortSignal.timeout(60_000),
		headers: { accept: 'text/html', ...(cookie && { cookie }) },
	});
	await response.arrayBuffer();
	return response.status;
}

it('every page and file of the lived world stands in the table', () => {
	expect([...seenBy.keys(), ...Object.keys(without)].sort()).toEqual(routes);
});

describe.each([...seenBy])('%s', (route, wanted) => {
	it.each(['open', 'closed'] as const)('of a trajectory that is %s', async (which) => {
		const statuses = new Map<Audience, number>();
		for (const who of audiences) statuses.set(who, await statusOf(route, home[which], who));
		const seeing = audiences.filter((who) => statuses.get(who) === 200);
		expect(seeing).toEqual(audiences.filter((who) => wanted[which].includes(who)));
		for (const [who, status] of statuses) expect([200, 303, 401, 403, 404], who).toContain(status);
	});
});
