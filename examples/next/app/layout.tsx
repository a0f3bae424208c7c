import '@hookswitch/ui/styles.css';
import type { ReactElement, ReactNode } from 'react';

export const metadata = { title: 'A phone' };

export default function Layout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <html lang="en">
      <body style={{ margin: 0 }}>{children}</body>
    </html>
  );
}
