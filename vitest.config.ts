import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const database = ['tests/support/database.setup.ts'];

// unit and architecture need nothing; db a PostgreSQL; process and journeys a build; journeys also a browser; interop LibreOffice.
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				plugins: [sveltekit({ compilerOptions: { runes: true } })],
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'examples/**/*.test.ts'],
					exclude: ['**/*.db.test.ts'],
				},
			},
			{
				test: {
					name: 'architecture',
					include: ['tests/architecture/**/*.test.ts'],
					// They read every source file; on a busy machine that takes a while.
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: 'db',
					include: ['src/**/*.db.test.ts', 'tests/integration/**/*.test.ts'],
					globalSetup: database,
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'process',
					include: ['tests/process/**/*.test.ts'],
					testTimeout: 90_000,
					hookTimeout: 90_000,
				},
			},
			{
				test: {
					name: 'journeys',
					include: ['tests/journeys/**/*.test.ts'],
					globalSetup: ['tests/journeys/support/world.setup.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'interop',
					include: ['tests/interop/**/*.test.ts'],
					globalSetup: database,
					testTimeout: 120_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
