import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@hookswitch/ui/styles.css';
import { readPageQuery } from './account/page-query.ts';
import { App } from './app.tsx';
import './app.css';
import { SplitPage } from './split/split-page.tsx';
import { theme } from './theme/theme.ts';

theme.apply();
const query = readPageQuery(location.search);
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root".');
createRoot(root).render(
  <StrictMode>{query.split === null ? <App query={query} /> : <SplitPage users={query.split} />}</StrictMode>,
);
