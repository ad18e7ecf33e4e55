/** What somebody is in a municipality. A part in a trajectory can add rights to it, never take them away. */
export const roles = [
	'administrator',
	'process_manager',
	'analyst',
	'professional',
	'resident_representative',
	'decision_maker',
	'reader',
] as const;
export type Role = (typeof roles)[number];
