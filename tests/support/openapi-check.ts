/** The part of JSON Schema that our OpenAPI document is written in. */
interface Schema {
	type?: string;
	format?: string;
	nullable?: boolean;
	enum?: unknown[];
	anyOf?: Schema[];
	properties?: Record<string, Schema>;
	additionalProperties?: Schema | boolean;
	required?: string[];
	items?: Schema;
	minItems?: number;
	maxItems?: number;
	minLength?: number;
	maxLength?: number;
}

interface Operation {
	parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
	requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** An OpenAPI document, as far as it tells what may be sent. */
export interface OpenApi {
	paths: Record<string, Record<string, Operation>>;
}

/** Holds requests against a document; gives a function that tells what is wrong with one: nothing when it fits. */
export function openApiCheck(document: OpenApi) {
	return (method: string, address: string, body: object | undefined): string[] => {
		const [path = '', search = ''] = address.split('?');
		const operation = find(document, method, path);
		const tell = (problem: string) => `${method} ${path}: ${problem}`;
		if (!operation) return [tell('not in the document')];
		return [...searchProblems(operation, search), ...bodyProblems(operation, body)].map(tell);
	};
}

function find(document: OpenApi, method: string, path: string): Operation | undefined {
	const fits = (template: string) =>
		new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
	// A path without parameters goes before one with them.
	const [template] = Object.keys(document.paths)
		.filter(fits)
		.filter((one) => method.toLowerCase() in (document.paths[one] ?? {}))
		.sort((one, other) => one.split('{').length - other.split('{').length);
	return template === undefined ? undefined : document.paths[template]?.[method.toLowerCase()];
}

function searchProblems({ parameters = [] }: Operation, search: string): string[] {
	const known = parameters.filter((parameter) => parameter.in === 'query');
	const given = new URLSearchParams(search);
	const names = known.map(({ name }) => name);
	return [
		...[...given.keys()]
			.filter((name) => !names.includes(name))
			.map((name) => `${name} is unknown`),
		...known
			.filter(({ name, required }) => required && !given.has(name))
			.map(({ name }) => `${name} is missing`),
	];
}

function bodyProblems({ requestBody }: Operation, body: object | undefined): string[] {
	const schema = requestBody?.content['application/json'].schema;
	if (!schema) return body === undefined ? [] : ['takes no body'];
	return problemsOf(schema, body ?? {}, '');
}

function problemsOf(schema: Schema, value: unknown, at: string): string[] {
	if (value === null) return schema.nullable ? [] : [`${at} is null`];
	if (schema.anyOf)
		return schema.anyOf.some((one) => problemsOf(one, value, at).length === 0)
			? []
			: [`${at} fits none of the options`];
	if (schema.enum && !schema.enum.includes(value))
		return [`${at} is none of ${schema.enum.join(', ')}`];
	if (schema.type === 'object') return objectProblems(schema, value, at);
	if (schema.type === 'array') return arrayProblems(schema, value, at);
	if (schema.type === 'string') return stringProblems(schema, value, at);
	const kind = schema.type === 'integer' ? 'number' : schema.type;
	return kind === undefined || typeof value === kind ? [] : [`${at} is no ${schema.type}`];
}

function objectProblems(schema: Schema, value: unknown, at: string): string[] {
	if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no object`];
	const below = (name: string) => (at === '' ? name : `${at}.${name}`);
	const { properties = {}, required = [], additionalProperties } = schema;
	const given = Object.entries(value as object).filter(([, one]) => one !== undefined);
	const missing = required.filter((name) => !given.some(([one]) => one === name));
	return [
		...missing.map((name) => `${below(name)} is missing`),
		...given.flatMap(([name, one]) => {
			const own = properties[name] ?? additionalProperties;
			if (typeof own === 'object') return problemsOf(own, one, below(name));
			return own === true ? [] : [`${below(name)} is unknown`];
		}),
	];
}

function arrayProblems({ items, minItems = 0, maxItems }: Schema, value: unknown, at: string) {
	if (!Array.isArray(value)) return [`${at} is no array`];
	if (value.length < minItems) return [`${at} has too few`];
	if (maxItems !== undefined && value.length > maxItems) return [`${at} has too many`];
	return items ? value.flatMap((one, index) => problemsOf(items, one, `${at}.${index}`)) : [];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function stringProblems({ format, minLength = 0, maxLength }: Schema, value: unknown, at: string) {
	if (typeof value !== 'string') return [`${at} is no string`];
	if (format === 'uuid' && !uuid.test(value)) return [`${at} is no uuid`];
	if (value.length < minLength) return [`${at} is too short`];
	return maxLength !== undefined && value.length > maxLength ? [`${at} is too long`] : [];
}
