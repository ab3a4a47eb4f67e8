/** Milliseconds of work before input and painting get their turn. */
const slice = 8;

/** Runs steps to their end in one go. */
export function inOneGo<Result>(steps: Iterator<undefined, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Runs steps in slices, so that they never block input for long. Stops at the next pause once it is told to.
 *
 * @param onEnd told the result
 * @param onPause told of the end of each slice but the last
 * @returns what stops it
 */
export function inSlices<Result>(
  steps: Iterator<undefined, Result>,
  onEnd: (result: Result) => void,
  onPause?: () => void,
): () => void {
  const { port1, port2 } = new MessageChannel();
  const go = () => port2.postMessage(0);
  port1.onmessage = () => {
    const end = performance.now() + slice;
    do {
      const step = steps.next();
      if (step.done) {
        port1.close();
        onEnd(step.value);
        return;
      }
    } while (performance.now() < end);
    onPause?.();
    go();
  };
  go();
  return () => port1.close();
}
