import { onlyRoles } from '#kernel/policy.ts';

/** Who makes and publishes frameworks of the municipality's own. */
export const mayAdaptFrameworks = onlyRoles('administrator', 'process_manager');
