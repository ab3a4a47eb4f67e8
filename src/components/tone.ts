/** What a state means to an administrator, apart from its words. */
export type Tone = 'positive' | 'neutral' | 'info' | 'caution' | 'negative';
