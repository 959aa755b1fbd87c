import { installed } from '../../budgets/bundle.ts';
import { notRun } from '../../helpers/not-run.ts';
import { defineRow } from '../row.ts';

export const row = defineRow({
  once: 'it does not vary',
  figures: {
    disk: { what: 'installed production tree, addons compiled: on disk', unit: 'MB' },
    bytes: { what: 'installed production tree, addons compiled: in its files', unit: 'MB' },
    unpruned: { what: 'installed production tree, addons compiled: on disk, nothing taken away', unit: 'MB' },
  },
  measure: async ({ program }) => {
    const { megabytes, diskMegabytes, unprunedMegabytes, missing } = installed(program);
    if (missing.length > 0) notRun(`${missing.join(' and ')}: not compiled here, up to 1 MB that the size lacks`);
    return { disk: { value: diskMegabytes }, bytes: { value: megabytes }, unpruned: { value: unprunedMegabytes } };
  },
});
