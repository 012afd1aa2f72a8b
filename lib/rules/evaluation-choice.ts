/** By what a flow is evaluated: by its profile, or by what the user chose for this flow. */
export const EVALUATION_CHOICES = ['profile', 'oidc', 'fapi1', 'fapi2', 'obuk'] as const;

export type EvaluationChoice = (typeof EVALUATION_CHOICES)[number];
