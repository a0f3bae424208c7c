import { accounts } from './es/accounts.ts';
import { addCall } from './es/add-call.ts';
import { conference } from './es/conference.ts';
import { consultation } from './es/consultation.ts';
import { counted } from './counted.ts';
import type { Labels } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { people } from './es/people.ts';
import { recording } from './es/recording.ts';
import { recovery } from './es/recovery.ts';
import { trace } from './es/trace.ts';
import { video } from './es/video.ts';
import { devices } from './es/devices.ts';
import { quality } from './es/quality.ts';
import { settings } from './es/settings.ts';
import { notifications } from './es/notifications.ts';
import { headset } from './es/headset.ts';
import { causes } from './es/causes.ts';
import { errors } from './es/errors.ts';

const seconds = counted('es', { one: '# segundo', other: '# segundos' });

/** The Spanish words. */
export const es: Labels = {
  language: { tag: 'es', direction: 'ltr' },
  dialpad: {
    group: 'Teclado de marcación',
    keys: 'Teclas',
    field: 'Número o dirección',
    placeholder: 'Marque un número',
    letters: latinLetters,
    key: (key, letters) => {
      if (key === '*') return 'asterisco';
      if (key === '#') return 'almohadilla';
      if (key === '0') return '0, mantener para más';
      return letters === '' ? key : `${key} ${letters}`;
    },
    plus: 'Signo más',
    erase: 'Borrar la última cifra',
    call: 'Llamar',
    recall: (number) => `Pulse Llamar para recuperar ${number}`,
    entered: (digits) => `Marcado: ${digits}`,
    notConnected: 'Sin conexión: ahora no se puede llamar',
  },
  call: {
    unknown: 'Número oculto',
    status: {
      dialing: 'Llamando…',
      ringing: 'Está sonando…',
      early: 'Aún no contesta, se oye la línea',
      incoming: 'Llamada entrante',
      connecting: 'Contestada, conectando el sonido…',
      talking: 'En llamada',
      held: 'En espera',
      heldByThem: 'Le han puesto en espera',
      heldByBoth: 'En espera en ambos lados',
      reconnecting: 'Siga hablando, reconectando…',
      ending: 'Colgando…',
      ended: 'Llamada finalizada',
    },
    elapsed: 'Duración de la llamada',
    region: (name) => `Llamada con ${name}`,
    via: (account) => `a ${account}`,
    announce: (mood, name) =>
      ({
        dialing: `Llamando a ${name}`,
        ringing: `Suena el teléfono de ${name}`,
        early: '',
        incoming: '',
        connecting: '',
        talking: `En llamada con ${name}`,
        held: `${name} está en espera`,
        heldByThem: `${name} le ha puesto en espera`,
        heldByBoth: 'En espera en ambos lados',
        reconnecting: 'Conexión perdida, intentando de nuevo',
        ending: '',
        ended: `Llamada con ${name} finalizada`,
      })[mood],
  },
  controls: {
    group: 'Controles de la llamada',
    mute: 'Silenciar',
    hold: 'Espera',
    keypad: 'Teclado',
    transfer: 'Transferir',
    add: 'Añadir',
    devices: 'Dispositivos',
    more: 'Más',
    hangUp: 'Colgar',
    cancel: 'Cancelar',
    back: 'Volver a la llamada',
    muted: 'Su micrófono está silenciado',
  },
  addCall,
  consultation,
  conference,
  accounts,
  keypad: {
    group: 'Teclado de esta llamada',
    sent: 'Cifras enviadas',
    empty: 'Las cifras se envían al otro lado',
    hide: 'Ocultar teclado',
  },
  transfer: {
    group: 'Transferir esta llamada',
    title: () => 'Transferir esta llamada a',
    suggestions: 'Personas recientes',
    placeholder: 'Número o dirección',
    start: 'Transferir ahora',
    cancel: 'Cancelar',
    back: 'Volver',
    again: 'Reintentar',
    empty: 'Escriba quién debe recibir esta llamada.',
    requested: (target) => `Pidiendo la transferencia a ${target}…`,
    trying: (target) => `Llamando a ${target}…`,
    ringing: (target) => `Suena el teléfono de ${target}…`,
    accepted: (target) => `Transferida a ${target}.`,
    failed: (target, statusCode) =>
      `${target} ${statusCode === 486 || statusCode === 600 ? 'está comunicando' : statusCode === 404 ? 'no existe' : statusCode === 480 || statusCode === 408 ? 'no contestó' : 'no pudo atender la llamada'}. La llamada sigue siendo suya; pruebe otro número o vuelva a ella.`,
  },
  incoming: {
    dialog: (name) => `Llamada entrante de ${name}`,
    alert: (name, number) =>
      number === '' || number === name ? `Llamada entrante de ${name}.` : `Llamada entrante de ${name}, ${number}.`,
    title: 'Llamada entrante',
    silenced: 'Suena en silencio',
    answer: 'Contestar',
    decline: 'Rechazar',
    silence: 'Silenciar',
    holdAndAnswer: 'Espera y contestar',
    titleVideo: 'Videollamada entrante',
    answerVideo: 'Contestar con vídeo',
    endAndAnswer: 'Colgar y contestar',
    more: 'Más opciones',
    busy: 'Ocupado',
    toVoicemail: 'Al buzón de voz',
  },
  ended: {
    talked: (duration) => `Habló durante ${duration}`,
    redial: 'Volver a llamar',
    dismiss: 'Cerrar',
    retryAfter: (count) => `El otro lado pide esperar ${seconds(count)}.`,
  },
  causes,
  errors,
  registration: {
    status: {
      unregistered: 'Desconectado',
      registering: 'Conectando…',
      registered: 'Listo',
      unregistering: 'Desconectando…',
      failed: 'Sin acceso',
    },
    offline: 'Sin red',
    refused: ({ statusCode }) => ({
      what: 'Acceso rechazado',
      next:
        statusCode === 404
          ? 'El servidor no conoce este número, así que nadie puede llamarle. Revise su cuenta.'
          : statusCode === 401 || statusCode === 403 || statusCode === 407
            ? 'El servidor no aceptó su nombre o contraseña, así que nadie puede llamarle. Revise su cuenta.'
            : `El servidor respondió ${statusCode === null ? 'que no' : statusCode}, así que nadie puede llamarle. Inténtelo de nuevo o consulte a su administrador.`,
    }),
    retryIn: (count) => `nuevo intento en ${count} s`,
  },
  connection: {
    connecting: 'Conectando con el servidor telefónico…',
    offline: 'Este equipo no tiene red',
    reconnecting: (count) =>
      count === null || count <= 0
        ? 'Conexión perdida, intentando de nuevo…'
        : `Conexión perdida, nuevo intento en ${count} s`,
    callGoesOn: 'Su llamada continúa; la espera y la transferencia tendrán que aguardar.',
    noCalls: 'Hasta entonces no puede llamar ni recibir llamadas.',
    stopped: 'El teléfono está apagado',
    tryNow: 'Intentar ahora',
    switchOn: 'Encender',
  },
  list: { group: 'Sus llamadas', switchTo: (name) => `Cambiar a ${name}` },
  log: {
    group: 'Llamadas recientes',
    empty: 'Aún no hay llamadas',
    emptyHint: 'Aquí aparecen las llamadas que hace y recibe.',
    call: (name) => `Llamar a ${name}`,
    outcome: {
      answered: 'Entrante',
      missed: 'Perdida',
      declined: 'Rechazada',
      failed: 'Fallida',
      placed: 'Saliente',
      elsewhere: 'Contestada en otra parte',
    },
    remove: (name) => `Quitar a ${name} de la lista`,
    today: 'Hoy',
    yesterday: 'Ayer',
    locale: 'es',
  },
  audio: {
    blocked: 'Su navegador mantiene esta llamada en silencio hasta que permita el sonido.',
    unlock: 'Activar el sonido',
  },
  details: {
    group: 'Sobre esta llamada',
    direction: 'Sentido',
    incoming: 'Entrante',
    outgoing: 'Saliente',
    address: 'Dirección',
    line: 'Su línea',
    started: 'Inicio',
    sound: 'Sonido',
    both: 'En ambos sentidos',
    oneWay: 'En un solo sentido',
    none: 'Aún no',
  },
  phone: { region: 'Teléfono', recent: 'Llamadas recientes', dialpad: 'Teclado' },
  ...people,
  video,
  recording,
  recovery,
  trace,
  devices,
  quality,
  settings,
  notifications,
  headset,
};
