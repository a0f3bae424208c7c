import { SipProvider } from '@hookswitch/react-sip';
import { Softphone } from '@hookswitch/ui';
import type { ReactElement } from 'react';

interface PageProps {
  readonly searchParams: Promise<{ readonly server?: string }>;
}

/** A server component: the phone is in the page that arrives, and works once the page is taken over. */
export default async function Page({ searchParams }: PageProps): Promise<ReactElement> {
  const { server = 'ws://127.0.0.1:8060/sip' } = await searchParams;
  return (
    <main style={{ height: '100dvh', maxWidth: 400, marginInline: 'auto' }}>
      <SipProvider configuration={{ uri: 'alice@example.com', password: 'wonderland', wsServers: server }}>
        <Softphone />
      </SipProvider>
    </main>
  );
}
