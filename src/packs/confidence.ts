/** How far to trust what a source says, best first: who makes the rule, a school or an older page, a blog or a pattern. */
export const confidences = ['high', 'medium', 'low'] as const;

export type Confidence = (typeof confidences)[number];
