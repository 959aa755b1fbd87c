import type { Plugin, PluginBuild } from 'esbuild';

export const useStandIns: Pick<Plugin, 'name'> & { setup(build: Pick<PluginBuild, 'onResolve' | 'onEnd'>): void };
