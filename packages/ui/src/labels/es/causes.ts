import type { Labels } from '../labels.ts';
import { by, say } from '../say.ts';

/** `Labels.causes`, in Spanish. */
export const causes: Labels['causes'] = {
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
};
