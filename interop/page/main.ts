import { InteropPhone } from './interop-phone.ts';

declare global {
  interface Window {
    phone: InteropPhone;
  }
}

window.phone = new InteropPhone();
