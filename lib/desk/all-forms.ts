import { endOtherSessions, endSession } from './access/end-sessions.ts';
import { makeToken } from './access/make-token.ts';
import { revokeToken } from './access/revoke-token.ts';
import { changeForm } from './alerts/change-form.ts';
import { clearForm } from './alerts/clear-form.ts';
import { draftForm, previewForm } from './alerts/preview-form.ts';
import { raiseForm } from './alerts/raise-form.ts';
import { undoForm } from './alerts/undo-form.ts';
import type { DeskForm } from './forms.ts';
import { askForm } from './sources/ask-form.ts';
import { correctForm } from './stories/correct-form.ts';
import { holdForm } from './stories/hold-form.ts';
import { releaseForm } from './stories/release-form.ts';
import { withdrawForm } from './stories/withdraw-form.ts';

/** The forms of the desk, by the name that ends their address: `POST /desk/forms/{name}`. */
export const FORMS: Record<string, DeskForm> = {
  'make-token': makeToken,
  'revoke-token': revokeToken,
  'end-session': endSession,
  'end-other-sessions': endOtherSessions,
  'alert-preview': previewForm,
  'alert-draft': draftForm,
  'alert-raise': raiseForm,
  'alert-undo': undoForm,
  'alert-clear': clearForm,
  'alert-change': changeForm,
  'story-release': releaseForm,
  'story-hold': holdForm,
  'story-withdraw': withdrawForm,
  'story-correct': correctForm,
  'source-ask': askForm,
};
