import { onlyRoles } from '#kernel/policy.ts';

/** Who makes guides of the municipality's own, and takes them into use. */
export const mayAdaptGuides = onlyRoles('administrator', 'process_manager');
