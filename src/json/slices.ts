/** Milliseconds of work before input and painting get their turn. */
const slice = 8;

/** Runs steps to their end in one go. */
export function inOneGo<Result>(steps: Iterator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs steps in slices, so that they never block input for long. Once aborted it stops at the next pause, and the
 * promise stays pending.
 *
 * @param onPause runs at the end of each slice but the last
 */
export function inSlices<Result>(
  steps: Iterator<undefined, Result>,
  signal: AbortSignal,
  onPause?: () => void,
): Promise<Result> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (signal.aborted) {
        port1.close();
        return;
      }
      const end = performance.now() + slice;
      do {
        const step = steps.next();
        if (step.done) {
          port1.close();
          resolve(step.value);
          return;
        }
      } while (performance.now() < end);
      onPause?.();
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });
}
