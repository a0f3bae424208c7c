import { SipProvider } from '@hookswitch/react-sip';
import { Softphone } from '@hookswitch/ui';
import '@hookswitch/ui/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const server = new URLSearchParams(location.search).get('server') ?? 'ws://127.0.0.1:8060/sip';
const account = { uri: 'alice@example.com', password: 'wonderland', wsServers: server };

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <main style={{ height: '100dvh', maxWidth: 400, marginInline: 'auto' }}>
        <SipProvider configuration={account}>
          <Softphone />
        </SipProvider>
      </main>
    </StrictMode>,
  );
}
