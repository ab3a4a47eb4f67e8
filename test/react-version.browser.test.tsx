import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, it } from 'vitest';

// A broken alias would run the suite on the wrong React and stay green.
it('runs on the React that was asked for', () => {
  const major = [`${import.meta.env['VITE_REACT']}`];
  expect([version.split('.')[0]]).toEqual(major);
  expect([domVersion.split('.')[0]]).toEqual(major);
});
