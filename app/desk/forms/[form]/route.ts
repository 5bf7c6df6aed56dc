import { answerForm } from '#lib/desk/answer-form.ts';
import { sharedDesk } from '#lib/desk/desk.ts';
import { signIn, signOut } from '#lib/desk/sign-in.ts';

type Context = { params: Promise<{ form: string }> };

/** Takes the desk's forms. A browser that is led here by mistake goes to the desk. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { form } = await params;
  const desk = await sharedDesk();
  if (form === 'sign-in') return signIn(desk, request);
  if (form === 'sign-out') return signOut(desk, request);
  return answerForm(desk, request, form);
}

export function GET(): Response {
  return new Response(null, { status: 303, headers: { location: '/desk' } });
}
