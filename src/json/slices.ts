/** Milliseconds of work before input and painting get their turn. Browsers let a timer wait after its fifth turn. */
const slice = 16;

/** Runs steps to their end, or to the first pause after a time. */
export function run<Result>(
  steps: Iterator<undefined, Result>,
  until = Infinity,
): IteratorResult<undefined, Result> {
  let step = steps.next();
  while (!step.done && performance.now() < until) step = steps.next();
  return step;
}

/**
 * Runs steps in slices, so that they never block input for long.
 *
 * @param onResult told what they came to
 * @returns what stops them
 */
export function runInSlices<Result>(
  steps: Iterator<undefined, Result>,
  onResult: (result: Result) => void,
): () => void {
  const go = () => {
    const step = run(steps, performance.now() + slice);
    if (step.done) onResult(step.value);
    else timer = setTimeout(go);
  };
  let timer = setTimeout(go);
  return () => clearTimeout(timer);
}
