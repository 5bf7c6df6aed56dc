type AlertInput = {
  text: string;
  lang: string;
  link?: string;
  expires?: string;
  emergency?: boolean;
  confirm?: string;
};

export type Program = {
  raise(input: AlertInput): Promise<{ id: string; raised: string }>;
  clear(id: string): Promise<void>;
};

/** A program with a token, which raises and clears alerts faster than any editor. */
export function alertProgram(site: string, token: string): Program {
  async function call(method: string, path: string, input?: AlertInput): Promise<Response> {
    const answer = await fetch(`${site}/api/alerts${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(input ? { body: JSON.stringify(input) } : {}),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  }
  return {
    raise: async (input) => (await call('POST', '', input)).json(),
    clear: async (id) => void (await call('DELETE', `/${id}`)),
  };
}
