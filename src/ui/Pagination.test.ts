import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Pagination from './Pagination.svelte';

const address = (page: number) => `?pagina=${page}`;
const full = { page: 1, pageSize: 20, shown: 20, total: 20, address };
const html = (changes: Partial<typeof full> & { always?: boolean; hasMore?: boolean }) =>
	render(Pagination, { props: { ...full, ...changes } }).body;

it('says nothing of a list that is whole on one page, or empty', () => {
	expect(html({})).not.toContain('<nav');
	expect(html({ always: true, shown: 0, total: 0 })).not.toContain('<nav');
	expect(html({ page: 2, shown: 0, total: 0 })).not.toContain('<nav');
});

it('says how many there are in a list that wants that said always', () => {
	const body = html({ always: true });
	expect(body).toContain('1 tot en met 20 van 20');
	expect(body).not.toContain('href');
});

it('leads to the pages on both sides', () => {
	const body = html({ page: 2, total: 1240 });
	expect(body).toContain('21 tot en met 40 van 1.240');
	expect(body).toMatch(/href="\?pagina=1" rel="prev"/);
	expect(body).toMatch(/href="\?pagina=3" rel="next"/);
});

it('says that not everything was counted, and leads on', () => {
	const body = html({ page: 50, total: 1000, hasMore: true });
	expect(body).toContain('981 tot en met 1.000 van meer dan 1.000');
	expect(body).toContain('?pagina=51');
});
