import type { ExpressionSpecification, Map as ZoomedMap, StyleSpecification } from 'maplibre-gl';
import type { FeatureCollection } from 'geojson';
import type { MapPlace } from './map.ts';

/** Tiles under the places, from whoever a setting names. */
export interface MapBackground {
	/** The address of a tile, with `{z}`, `{x}` and `{y}`. */
	tiles: string;
	/** Who made it; shown on the map. */
	attribution: string;
}

/** What the map says. */
export interface ZoomTexts {
	loading: string;
	failed: string;
	hint: string;
	zoomIn: string;
	zoomOut: string;
}

export interface ZoomOptions {
	holder: HTMLElement;
	label: string;
	places: readonly MapPlace[];
	/** A token of the theme for each class. */
	colours: readonly string[];
	selected: readonly string[];
	texts: ZoomTexts;
	background: MapBackground | null;
	/** Told which place is pointed at or clicked on. */
	onChoose(id: string): void;
}

/** Fetches MapLibre and shows the places. Rejects when the browser cannot (no WebGL, no connection). */
export async function showZoomMap(options: ZoomOptions): Promise<ZoomedMap> {
	const [library, worker] = await Promise.all([
		import('maplibre-gl'),
		// A file of our own server: the policy of the page allows no worker that is made on the spot.
		import('maplibre-gl/dist/maplibre-gl-worker.mjs?url'),
	]);
	library.setWorkerUrl(new URL(worker.default, location.href).href);
	const { holder, label, places, texts, onChoose } = options;
	const map = new library.Map({
		container: holder,
		style: styleOf(options),
		bounds: boundsOf(places),
		fitBoundsOptions: { padding: 16 },
		maxZoom: 17,
		dragRotate: false,
		pitchWithRotate: false,
		attributionControl: { compact: false },
		locale: {
			'Map.Title': label,
			'NavigationControl.ZoomIn': texts.zoomIn,
			'NavigationControl.ZoomOut': texts.zoomOut,
		},
	});
	map.touchZoomRotate.disableRotation();
	map.addControl(new library.NavigationControl({ showCompass: false }));
	for (const event of ['mousemove', 'click'] as const)
		map.on(event, 'places', ({ features }) => {
			const id: unknown = features?.[0]?.properties['id'];
			if (typeof id === 'string') onChoose(id);
		});
	await new Promise<void>((ready, failed) => {
		map.once('load', () => ready());
		map.once('error', ({ error }) => failed(error));
	});
	return map;
}

function styleOf({ places, colours, selected, background }: ZoomOptions): StyleSpecification {
	const theme = getComputedStyle(document.documentElement);
	const colour = (token: string) => theme.getPropertyValue(token).trim();
	const missing = colour('--ui-map-missing');
	const fill: ExpressionSpecification | string =
		colours.length === 0
			? colour('--ui-brand-tint')
			: ([
					'match',
					['get', 'step'],
					...colours.flatMap((token, step) => [step, colour(token)]),
					missing,
				] as unknown as ExpressionSpecification);
	return {
		version: 8,
		sources: {
			places: { type: 'geojson', data: collectionOf(places) },
			...(background && {
				background: {
					type: 'raster',
					tiles: [background.tiles],
					tileSize: 256,
					attribution: background.attribution,
				},
			}),
		},
		layers: [
			...(background ? [{ id: 'background', type: 'raster', source: 'background' } as const] : []),
			{
				id: 'places',
				type: 'fill',
				source: 'places',
				paint: { 'fill-color': fill, 'fill-opacity': background ? 0.7 : 1 },
			},
			{
				id: 'borders',
				type: 'line',
				source: 'places',
				paint: { 'line-color': colour('--ui-line-strong'), 'line-width': 0.75 },
			},
			{
				id: 'selected',
				type: 'line',
				source: 'places',
				filter: ['in', ['get', 'id'], ['literal', [...selected]]],
				paint: { 'line-color': colour('--ui-ink'), 'line-width': 3 },
			},
		],
	};
}

function collectionOf(places: readonly MapPlace[]): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: places.map(({ id, step, shape }) => ({
			type: 'Feature',
			properties: { id, step: step ?? -1 },
			geometry: shape,
		})),
	};
}

function boundsOf(places: readonly MapPlace[]): [number, number, number, number] {
	const bounds: [number, number, number, number] = [180, 90, -180, -90];
	for (const { shape } of places) {
		const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
		for (const [x, y] of polygons.flat(2) as [number, number][]) {
			bounds[0] = Math.min(bounds[0], x);
			bounds[1] = Math.min(bounds[1], y);
			bounds[2] = Math.max(bounds[2], x);
			bounds[3] = Math.max(bounds[3], y);
		}
	}
	return bounds;
}
