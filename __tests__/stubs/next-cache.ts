/** Stands in for next/cache where no Next runs: tags and lifetimes are said to nobody. */
export const cacheTag = () => {};
export const cacheLife = () => {};
