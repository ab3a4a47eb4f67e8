'use client';
import { useEffect, useState } from 'react';

/**
 * A module that is loaded when it is first wanted; undefined until it has come, and while it is not wanted. Where it does
 * not come, that is said, and tried again when it is next wanted.
 */
export function useOnDemand<Module extends object>(
  isWanted: boolean,
  load: () => Promise<Module>,
  say: (status: string) => void,
  unavailable: string,
): Module | undefined {
  const [loaded, setLoaded] = useState<Module>();
  useEffect(() => {
    if (isWanted) load().then(setLoaded, () => say(unavailable));
  }, [isWanted, load, say, unavailable]);
  return isWanted ? loaded : undefined;
}
