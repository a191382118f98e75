import { arch, cpus, platform, release, totalmem } from 'node:os';
import { electronVersion } from './window/electron-window.ts';

/** What the figures were taken on: enough to compare two runs, nothing that names a computer. */
export function machineFacts(): Record<string, string | number> {
  return {
    platform: `${platform()} ${arch()}`,
    kernel: release(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    electron: electronVersion(),
    screen: process.platform !== 'linux' ? 'native' : (process.env['WAYLAND_DISPLAY'] ?? 'X11'),
  };
}
