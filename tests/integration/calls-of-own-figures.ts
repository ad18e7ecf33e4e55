import type { Call } from './calls.ts';

const importers = ['analyst', 'process_manager', 'administrator'] as const;
/** The sample's file was brought by the process manager: nobody else sees what is in it. */
const whoBroughtIt = ['process_manager'] as const;
const columns = [
	{ role: 'area_code', period: null, of: null },
	{ role: 'number', period: '2020', of: null },
];

/** Who may do and read what of a municipality's own files of figures. */
export const ownFigureCalls: Record<string, Call> = {
	'ownImport.receive': { by: importers, fails: 'ownImport.gone' },
	'ownImport.list': { by: importers },
	'ownImport.read': { by: importers },
	'ownImport.columns': { by: whoBroughtIt, fails: 'ownImport.no_areas' },
	'ownImport.setColumns': {
		by: whoBroughtIt,
		input: () => ({ sheet: 0, headerRow: 1, boundaryYear: 2020, decimal: 'comma', columns }),
		fails: 'input.invalid',
	},
	'ownImport.measures': { by: whoBroughtIt, fails: 'ownImport.no_areas' },
	'ownImport.setMeaning': { by: whoBroughtIt, fails: 'input.invalid' },
	'ownImport.setChoices': { by: whoBroughtIt },
	'ownImport.check': { by: whoBroughtIt, fails: 'ownImport.meaning_first' },
	'ownImport.preview': { by: whoBroughtIt, fails: 'ownImport.meaning_first' },
	'ownImport.carryOut': { by: whoBroughtIt, fails: 'ownImport.meaning_first' },
	'ownImport.withdraw': { by: importers },
	'ownImport.restore': { by: importers, fails: 'ownImport.not_imported' },
	'ownImport.changeVisibility': { by: importers, fails: 'ownImport.not_imported' },
};
