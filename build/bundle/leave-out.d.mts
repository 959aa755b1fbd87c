import type { Plugin, PluginBuild } from 'esbuild';

export const leaveOut: Pick<Plugin, 'name'> & { setup(build: Pick<PluginBuild, 'onLoad' | 'onEnd'>): void };
