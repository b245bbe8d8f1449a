/** The application services that letters go through. */
export const serviceIds = ['eras', 'carms', 'residencycas', 'sf-match'] as const;

export type ServiceId = (typeof serviceIds)[number];
