/** The application services that letters go through. */
export const serviceIds = ['eras', 'carms', 'residencycas', 'sf-match'] as const;

export type ServiceId = (typeof serviceIds)[number];

/** What the services call themselves, the same in every language. */
export const serviceNames = {
  eras: 'ERAS',
  carms: 'CaRMS',
  residencycas: 'ResidencyCAS',
  'sf-match': 'SF Match',
} as const satisfies Record<ServiceId, string>;

/** What people call them besides. */
export const serviceAliases = {
  myeras: 'eras',
  'residency cas': 'residencycas',
  sfmatch: 'sf-match',
  sf: 'sf-match',
} as const satisfies Record<string, ServiceId>;
