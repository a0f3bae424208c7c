'use client';

import { type TextMessage, useMessages } from '@hookswitch/react-sip';
import { type ReactElement, useEffect } from 'react';
import { start } from '../call/call-actions.ts';
import { useErrorsLabels } from '../labels/hooks/use-errors-labels.ts';
import { ThreadView } from './thread-view.tsx';

/** Props of {@link Thread}. */
export interface ThreadProps {
  readonly peer: string;
  readonly name: string;
  readonly connected: boolean;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly onBack: () => void;
  readonly onCall?: (() => void) | undefined;
  /** The texts were deleted; here they are. */
  readonly onRemoved: (messages: readonly TextMessage[]) => void;
  readonly className?: string | undefined;
}

/** The texts with one person, connected. What it shows counts as read. */
export function Thread({ peer, connected, onDraft, onRemoved, ...props }: ThreadProps): ReactElement {
  const labels = useErrorsLabels();
  const { messages, unread, composing, send, resend, typed, markRead, clear } = useMessages(peer);
  useEffect(() => {
    if (unread > 0) markRead();
  }, [unread, markRead]);
  return (
    <ThreadView
      {...props}
      messages={messages}
      composing={composing}
      blocked={
        connected ? null : labels.NOT_CONNECTED({ code: '', message: '', statusCode: null, retryable: true }).what
      }
      onDraft={(text) => {
        onDraft(text);
        if (text !== '' && connected) typed();
      }}
      onSend={(text) => {
        onDraft('');
        start(() => send(text));
      }}
      onResend={({ id }) => start(() => resend(id))}
      onRemove={() => {
        clear();
        onRemoved(messages);
      }}
    />
  );
}
