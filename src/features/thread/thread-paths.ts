import type { ThreadKind } from './thread.ts';

const paths: Record<ThreadKind, string> = {
	evidence: 'bron',
	finding: 'analyse/bevinding',
	agendaItem: 'agenda/punt',
	approach: 'uitvoering/aanpak',
};

/** The page of one step of a thread, below the address of its trajectory. */
export function stepPath(trajectory: string, kind: ThreadKind, id: string): string {
	return `${trajectory}/${paths[kind]}/${id}`;
}
