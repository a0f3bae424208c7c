import type { ErrorInfo } from '../snapshots.ts';
import { accounts } from './es/accounts.ts';
import { addCall } from './es/add-call.ts';
import { conference } from './es/conference.ts';
import { consultation } from './es/consultation.ts';
import { counted } from './counted.ts';
import type { Labels, Sentence } from './labels.ts';
import { latinLetters } from './latin-letters.ts';
import { by, say } from './say.ts';
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

const seconds = counted('es', { one: '# segundo', other: '# segundos' });

const refused = (error: ErrorInfo): Sentence => ({
  what: 'El servidor lo rechazó',
  next: `No aceptó esta petición${error.statusCode === null ? '' : ` (${error.statusCode})`}. La llamada sigue como antes; inténtelo de nuevo o consulte a su administrador.`,
});

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
  causes: {
    HUNG_UP: by(
      { what: 'Ha colgado', next: null },
      { what: 'El otro lado ha colgado', next: null },
      { what: 'Llamada finalizada', next: null },
    ),
    CANCELED: by(
      { what: 'Ha cancelado la llamada', next: null },
      { what: 'Dejaron de llamar', next: 'Devuelva la llamada cuando pueda.' },
    ),
    ANSWERED_ELSEWHERE: say('Contestada en otro dispositivo', 'Alguien con el mismo número atendió esta llamada.'),
    BUSY: by(
      { what: 'Estaba ocupado', next: 'Al otro lado se oyó el tono de ocupado.' },
      { what: 'Comunicando', next: 'Está en otra llamada. Inténtelo dentro de unos minutos.' },
    ),
    REJECTED: by(
      { what: 'Ha rechazado la llamada', next: null },
      { what: 'Llamada rechazada', next: 'Decidieron no contestar. Inténtelo más tarde o envíe un mensaje.' },
    ),
    REDIRECTED: by(
      { what: 'Ha desviado esta llamada', next: null },
      { what: 'Llamada desviada', next: 'Este número desvía a otro y la llamada no pudo seguirlo.' },
    ),
    UNAVAILABLE: say('No disponible', 'No atendieron la llamada o el teléfono está apagado. Inténtelo más tarde.'),
    NOT_FOUND: say('El número no existe', 'Nadie tiene este número. Compruébelo y llame de nuevo.'),
    ADDRESS_INCOMPLETE: say('Número demasiado corto', 'Faltan cifras. Compruebe el número y llame de nuevo.'),
    INCOMPATIBLE_SDP: say(
      'Dispositivos incompatibles',
      'Su dispositivo y el del otro lado no pueden intercambiar sonido. Llame a otro número.',
    ),
    AUTHENTICATION_ERROR: say(
      'Acceso rechazado',
      'El servidor no aceptó su nombre o contraseña y la llamada no salió. Revise su cuenta.',
    ),
    SIP_FAILURE_CODE: (cause) => ({
      what: 'La llamada falló',
      next: `El servidor respondió${cause.statusCode === null ? '' : ` ${cause.statusCode}`} y no conectó la llamada. Inténtelo de nuevo; si continúa, consulte a su administrador.`,
    }),
    NO_ANSWER: by(
      { what: 'Sin contestar', next: 'Perdió esta llamada. Devuélvala cuando pueda.' },
      { what: 'No contestan', next: 'Nadie descolgó. Inténtelo más tarde.' },
    ),
    EXPIRES: say('Sin respuesta a tiempo', 'La llamada sonó demasiado y se detuvo. Inténtelo más tarde.'),
    NO_ACK: say(
      'Llamada incompleta',
      'Contestó, pero el otro lado nunca lo confirmó. Espere a que llamen de nuevo o devuelva la llamada.',
    ),
    NO_PRACK: say('Llamada incompleta', 'El otro lado dejó de responder mientras sonaba. Devuelva la llamada.'),
    REQUEST_TIMEOUT: say(
      'El servidor no responde',
      'La llamada no salió o ha terminado. Compruebe su red e inténtelo de nuevo.',
    ),
    CONNECTION_ERROR: say(
      'Conexión perdida',
      'Se cortó el enlace con el servidor telefónico y la llamada terminó. Compruebe su red; el teléfono se reconecta solo.',
    ),
    DIALOG_ERROR: say('Llamada perdida', 'Los dos lados dejaron de entenderse sobre esta llamada. Llame de nuevo.'),
    MEDIA_DENIED: say(
      'Micrófono bloqueado',
      'La llamada no puede seguir sin él. Permita el micrófono en la barra de direcciones y llame de nuevo.',
    ),
    MEDIA_ERROR: say(
      'Sin micrófono',
      'No se pudo abrir el micrófono y la llamada terminó. Conecte uno o elija otro y llame de nuevo.',
    ),
    BAD_MEDIA_DESCRIPTION: say(
      'No se pudo preparar el sonido',
      'El otro lado envió algo que este teléfono no entiende. Llame de nuevo o use otro número.',
    ),
    RTP_TIMEOUT: say(
      'Se perdió el sonido',
      'Del otro lado no se oyó nada durante demasiado tiempo y la llamada terminó. Llame de nuevo.',
    ),
    NOT_RESUMED: say(
      'No se pudo retomar la llamada',
      'La página se volvió a cargar y la llamada no pudo continuar. Llame de nuevo.',
    ),
    REPLACED: say('Continúa en otra parte', 'Esta llamada siguió como otra llamada.'),
    TRANSFERRED: say('Llamada transferida', 'Ahora hablan con otra persona.'),
    INTERNAL_ERROR: say(
      'Algo salió mal',
      'Un error del teléfono terminó la llamada. Llame de nuevo; recargue la página si continúa.',
    ),
  },
  errors: {
    MEDIA_DENIED: say(
      'Micrófono bloqueado',
      'No le oyen. Permita el micrófono en la barra de direcciones e inténtelo de nuevo.',
    ),
    MEDIA_NOT_FOUND: say(
      'No se encontró micrófono',
      'No le oyen. Conecte unos auriculares o un micrófono e inténtelo de nuevo.',
    ),
    MEDIA_IN_USE: say('Micrófono en uso', 'Otro programa lo está usando. Cierre ese programa e inténtelo de nuevo.'),
    MEDIA_CONSTRAINTS: say('Micrófono no apto', 'El dispositivo elegido no puede hacer lo que se pide. Elija otro.'),
    MEDIA_UNSUPPORTED: say(
      'Aquí no se puede llamar',
      'Este navegador o esta página no puede usar el sonido. Ábrala por https en un navegador actual.',
    ),
    MEDIA_NOTHING_ASKED: say('Nada que usar', 'No se pidió ni sonido ni imagen. Elija al menos uno de los dos.'),
    MEDIA_INSECURE: say(
      'Página no segura',
      'Los navegadores solo permiten el micrófono en páginas seguras. Abra esta página por https.',
    ),
    MEDIA_UNKNOWN: say(
      'El micrófono no se abrió',
      'El navegador no dice por qué. Desconéctelo y vuelva a conectarlo, o elija otro, y pruebe otra vez.',
    ),
    MEDIA_REFUSED: say('Imagen rechazada', 'El otro lado no acepta imagen. La llamada sigue con sonido.'),
    MEDIA_NEGOTIATION: say(
      'No se pudo cambiar el sonido',
      'El otro lado no aceptó el cambio. La llamada sigue como antes.',
    ),
    MEDIA_CLOSED: say('El sonido ya está cerrado', 'La llamada ha terminado; no se cambió nada.'),
    CONNECT_FAILED: say(
      'Servidor inaccesible',
      'Ahora no puede llamar ni recibir llamadas. Compruebe su red; el teléfono sigue intentándolo.',
    ),
    CONNECT_TIMEOUT: say(
      'Servidor demasiado lento',
      'No abrió la conexión a tiempo. Compruebe su red; el teléfono sigue intentándolo.',
    ),
    BAD_SUBPROTOCOL: say(
      'No es un servidor telefónico',
      'La dirección responde, pero no habla SIP. Pida la correcta a su administrador.',
    ),
    NO_WEBSOCKET: say(
      'No hay forma de conectar',
      'Este navegador no puede abrir una conexión para llamadas. Use un navegador actual.',
    ),
    CLOSED: say('Conexión cerrada', 'El servidor o la red la terminó. El teléfono se reconecta solo.'),
    KEEP_ALIVE_TIMEOUT: say('El servidor dejó de responder', 'La conexión está muerta. El teléfono se reconecta solo.'),
    REPLACED: say('Cambio de servidor', 'El teléfono pasa a un servidor mejor. Inténtelo en un momento.'),
    ABORTED: say('Conexión detenida', 'El teléfono no está conectado. Enciéndalo para intentarlo de nuevo.'),
    NOT_CONNECTED: say(
      'Sin conexión',
      'El teléfono no tiene enlace con su servidor. Se reconecta solo; inténtelo entonces.',
    ),
    SEND_FAILED: say(
      'No se envió nada',
      'El enlace con el servidor se cortó en ese momento. Inténtelo cuando el teléfono esté conectado.',
    ),
    CONNECTION: say(
      'Conexión perdida',
      'Esto no llegó al otro lado. La llamada sigue; inténtelo cuando el teléfono esté conectado.',
    ),
    REQUEST_TIMEOUT: say(
      'Sin respuesta a tiempo',
      'La llamada sigue como estaba. Compruebe su red e inténtelo de nuevo.',
    ),
    RESPONSE: refused,
    TRANSFER_FAILED: say(
      'La transferencia no funcionó',
      'No se pudo localizar a la otra persona. La llamada sigue siendo suya.',
    ),
    SESSION_ENDED: say('La llamada ya había terminado', 'No se cambió nada. Llame de nuevo si lo necesita.'),
    SESSION_NOT_FOUND: say('La llamada ya había terminado', 'No se cambió nada. Llame de nuevo si lo necesita.'),
    INVALID_STATE: say(
      'Ahora no es posible',
      'La llamada ya había cambiado. Mire cómo está e inténtelo de nuevo si hace falta.',
    ),
    INVALID_VALUE: say(
      'Eso no se puede marcar',
      'El número o la dirección tiene caracteres no permitidos. Corríjalo e inténtelo de nuevo.',
    ),
    CONFIGURATION: say(
      'Teléfono sin configurar',
      'Falta un ajuste o es incorrecto, por eso no se puede llamar. Consulte a su administrador.',
    ),
    UNKNOWN: say('No funcionó', 'La llamada está como antes. Inténtelo de nuevo; recargue la página si continúa.'),
  },
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
