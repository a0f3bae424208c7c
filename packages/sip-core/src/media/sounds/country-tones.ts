/** The tones of a telephone network, as cadences; see `parseCadence`. */
export interface CountryTones {
  readonly dial: string;
  readonly ringback: string;
  readonly busy: string;
  readonly congestion: string;
  readonly callWaiting: string;
}

/** Countries whose tones are known, by ISO 3166 code; `eu` is what most of Europe does. */
export type ToneCountry =
  'eu' | 'at' | 'au' | 'br' | 'ch' | 'cn' | 'de' | 'es' | 'fr' | 'in' | 'it' | 'jp' | 'nl' | 'uk' | 'us';

/** The common European tone, 425 Hz (ITU-T E.180 section 3, ETSI TR 101 041-2). */
const EUROPE: CountryTones = {
  dial: '425',
  ringback: '425/1000,0/4000',
  busy: '425/500,0/500',
  congestion: '425/200,0/200',
  callWaiting: '425/200,0/200,425/200,0/9000',
};

/** The tones of a country that has some of its own. */
function european(own: Partial<CountryTones>): CountryTones {
  return { ...EUROPE, ...own };
}

/** Tones by country (ITU-T E.180 supplement 2, "Various tones used in national networks"). */
export const COUNTRY_TONES: { readonly [Country in ToneCountry]: CountryTones } = {
  eu: EUROPE,
  at: {
    dial: '420',
    ringback: '420/1000,0/5000',
    busy: '420/400,0/400',
    congestion: '420/200,0/200',
    callWaiting: '420/40,0/1960',
  },
  au: {
    dial: '413+438',
    ringback: '413+438/400,0/200,413+438/400,0/2000',
    busy: '425/375,0/375',
    congestion: '425/375,0/375,420/375,0/375',
    callWaiting: '425/200,0/200,425/200,0/4400',
  },
  br: {
    dial: '425',
    ringback: '425/1000,0/4000',
    busy: '425/250,0/250',
    congestion: '425/250,0/250,425/750,0/250',
    callWaiting: '425/50,0/1000',
  },
  ch: /* @__PURE__ */ european({ callWaiting: '425/200,0/200,425/200,0/4000' }),
  cn: {
    dial: '450',
    ringback: '450/1000,0/4000',
    busy: '450/350,0/350',
    congestion: '450/700,0/700',
    callWaiting: '450/400,0/4000',
  },
  de: {
    dial: '425',
    ringback: '425/1000,0/4000',
    busy: '425/480,0/480',
    congestion: '425/240,0/240',
    callWaiting: '425/200,0/200,425/200,0/5000',
  },
  es: {
    dial: '425',
    ringback: '425/1500,0/3000',
    busy: '425/200,0/200',
    congestion: '425/200,0/200,425/200,0/200,425/200,0/600',
    callWaiting: '425/175,0/175,425/175,0/3500',
  },
  fr: {
    dial: '440',
    ringback: '440/1500,0/3500',
    busy: '440/500,0/500',
    congestion: '440/250,0/250',
    callWaiting: '440/300,0/10000',
  },
  in: {
    dial: '400*25',
    ringback: '400*25/400,0/200,400*25/400,0/2000',
    busy: '400/750,0/750',
    congestion: '400/250,0/250',
    callWaiting: '400/200,0/100,400/200,0/7500',
  },
  it: {
    dial: '425/200,0/200,425/600,0/1000',
    ringback: '425/1000,0/4000',
    busy: '425/500,0/500',
    congestion: '425/200,0/200',
    callWaiting: '425/400,0/100,425/250,0/100,425/150,0/14000',
  },
  jp: {
    dial: '400',
    ringback: '400*16/1000,0/2000',
    busy: '400/500,0/500',
    congestion: '400/500,0/500',
    callWaiting: '400*16/500,0/8000',
  },
  nl: /* @__PURE__ */ european({ congestion: '425/250,0/250', callWaiting: '425/500,0/9500' }),
  uk: {
    dial: '350+440',
    ringback: '400+450/400,0/200,400+450/400,0/2000',
    busy: '400/375,0/375',
    congestion: '400/400,0/350,400/225,0/525',
    callWaiting: '400/100,0/4000',
  },
  us: {
    dial: '350+440',
    ringback: '440+480/2000,0/4000',
    busy: '480+620/500,0/500',
    congestion: '480+620/250,0/250',
    callWaiting: '440/300,0/10000',
  },
};
