import type { Call } from './calls.ts';

const leaders = ['process_manager'] as const;
const contributors = [...leaders, 'analyst', 'professional', 'resident_representative'] as const;
const members = [...contributors, 'administrator', 'decision_maker', 'reader'] as const;
const everyone = [...members, 'visitor'] as const;
const managers = ['administrator', 'process_manager'] as const;
/** What somebody brought in is changed by its organisation, here the municipality's, and by who leads. */
const ofMunicipality = ['process_manager', 'analyst'] as const;

/** Who may do and read what of areas, figures and publications, and of figures in the form (`calls.ts`). */
export const figureCalls: Record<string, Call> = {
	'figure.useAsSource': { by: contributors },
	'finding.addFromFigure': {
		by: contributors,
		input: (rows) => ({ areaCode: rows.area_code, seriesId: rows.series }),
	},
	'analysis.beginFigureFinding': {
		by: contributors,
		input: (rows) => ({ areaCode: rows.area_code, seriesId: rows.series }),
	},
	'figure.takeNewer': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.figure }),
		fails: 'figure.not_newest',
	},
	'figure.keep': {
		by: ofMunicipality,
		input: (rows) => ({ evidenceId: rows.figure }),
		fails: 'figure.not_newest',
	},
	'keptFigure.withdraw': { by: ofMunicipality },
	'analysis.figureTrajectories': { by: members },
	'analysis.themeFigures': { by: everyone },
	'figure.listNewer': { by: everyone },
	'figure.readSource': {
		by: everyone,
		input: (rows) => ({ evidenceId: rows.figure }),
	},
	'area.list': { by: everyone },
	'area.map': { by: everyone },
	'boundary.list': { by: everyone },
	'boundaryImport.list': { by: [...managers, 'analyst'] },
	'boundaryImport.receive': { by: [...managers, 'analyst'], fails: 'boundaries.files_gone' },
	'boundaryImport.fetch': { by: [...managers, 'analyst'] },
	'boundaryImport.run': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.boundary_import }),
	},
	'boundaryImport.read': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.boundary_import }),
	},
	'boundaryImport.withdraw': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.boundary_import }),
	},
	'area.tree': { by: everyone },
	'indicator.map': {
		by: everyone,
		input: (rows) => ({ seriesId: rows.series, level: 'district', within: undefined }),
	},
	'area.comparable': { by: everyone, input: (rows) => ({ code: rows.area_code }) },
	'figure.compare': { by: everyone },
	'indicator.read': { by: everyone, input: () => ({ id: 'residents', areaCode: undefined }) },
	'figure.trajectoryProfile': { by: everyone },
	'publication.list': { by: everyone },
	'figureImport.list': { by: ['administrator', 'analyst', 'process_manager'] },
	'figureImport.receive': { by: [...managers, 'analyst'], fails: 'figures.import_refused' },
	'figureImport.run': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.figure_import }),
	},
	'figureImport.fetch': { by: [...managers, 'analyst'], input: () => ({ table: '84799NED' }) },
	'figureImport.cancel': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.figure_import }),
	},
	'figureImport.resume': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.figure_import }),
		fails: 'figures.files_needed',
	},
	'publication.check': { by: [...managers, 'analyst'] },
	'publication.current': { by: everyone },
	'publication.revision': {
		by: everyone,
		input: (rows) => ({ publicationId: rows.publication }),
	},
	'figureImport.read': {
		by: [...managers, 'analyst'],
		input: (rows) => ({ importId: rows.figure_import }),
	},
	'area.read': { by: everyone, input: (rows) => ({ code: rows.area_code }) },
	'figure.profile': { by: everyone, input: (rows) => ({ code: rows.area_code }) },
};
