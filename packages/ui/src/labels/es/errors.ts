import type { ErrorInfo } from '../../snapshots.ts';
import type { Labels, Sentence } from '../labels.ts';
import { say } from '../say.ts';

const refused = (error: ErrorInfo): Sentence => ({
  what: 'El servidor lo rechazó',
  next: `No aceptó esta petición${error.statusCode === null ? '' : ` (${error.statusCode})`}. La llamada sigue como antes; inténtelo de nuevo o consulte a su administrador.`,
});

/** `Labels.errors`, in Spanish. */
export const errors: Labels['errors'] = {
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
};
