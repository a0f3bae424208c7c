import { SipProvider } from '@hookswitch/react-sip';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Phone } from './phone.tsx';

const server = new URLSearchParams(location.search).get('server') ?? 'ws://127.0.0.1:8060/sip';
const account = { uri: 'bob@example.com', password: 'builder', wsServers: server };

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <SipProvider configuration={account}>
        <Phone />
      </SipProvider>
    </StrictMode>,
  );
}
