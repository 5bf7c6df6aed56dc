/** Calls that work as they stand. */
export const examples = {
  article: {
    sourceId: 'desk/night-ferries',
    lang: 'en',
    headline: 'Night ferries return to the outer islands',
    standfirst: 'Two boats, four nights a week, from Thursday.',
    section: 'region',
    topics: ['Transport'],
    authors: [{ name: 'Ifeoma Bascombe' }],
    dateline: 'PORT MAREN',
    published: '2026-10-07T06:30:00Z',
    body: '<p>The first night ferry since 2024 left on Thursday.</p>',
  },
  ninjs: {
    uri: 'tag:agency.example,2026:newsml_4711',
    type: 'text',
    pubStatus: 'usable',
    versionCreated: '2026-10-07T06:30:00Z',
    language: 'en',
    headlines: [{ role: 'main', value: 'Fishing fleet and ministry agree a quota' }],
    bodies: [
      { role: 'main', contentType: 'text/html', value: '<p>Both sides signed on Wednesday.</p>' },
    ],
  },
  change: {
    headline: 'Night ferries return to two outer islands',
    correction: 'An earlier headline said that ferries return to all outer islands.',
  },
  withdrawal: { reason: 'Names a minor' },
  alert: {
    text: 'Ferries stop as the storm nears',
    lang: 'en',
    link: '/en/articles/night-ferries-return-to-the-outer-islands',
    note: 'Harbour office, 02:40',
  },
  emergency: {
    text: 'Flood warning: leave the lower town now',
    lang: 'en',
    emergency: true,
    confirm: 'EMERGENCY',
  },
  events: [
    'id: 42',
    'event: alert',
    'data: {"id":"5f3a9c01be","lang":"en","text":"Ferries stop as the storm nears","link":null,"raised":"2026-10-07T06:30:00.000Z","expires":null,"emergency":false}',
    '',
    'id: 43',
    'event: clear',
    'data: {"id":"5f3a9c01be"}',
    '',
    '',
  ].join('\n'),
};
