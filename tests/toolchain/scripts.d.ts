// The build scripts are plain JavaScript, read here without types.
declare module '*.mjs';
