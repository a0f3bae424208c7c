import { regionNames } from '../region-names.ts';
import type { SettingsLabels } from '../settings-labels.ts';

/** The Spanish words of the settings. */
export const settings: SettingsLabels = {
  title: 'Ajustes',
  devices: 'Dispositivos de audio',
  ringing: 'Timbre',
  ringVolume: 'Volumen del timbre',
  ringCountry: 'Timbre y tonos como en',
  country: regionNames('es', 'Europa'),
  doNotDisturb: 'No molestar',
  doNotDisturbHint: 'A quien llama se le dice que usted no está disponible. Usted puede seguir llamando.',
  percent: (count) => `${count} %`,
  test: {
    title: 'Llamada de prueba',
    hint: 'Dura unos segundos, no llama a nadie y muestra si su micrófono y su red sirven para llamar.',
    start: 'Empezar la prueba',
    stop: 'Detener',
    again: 'Repetir la prueba',
    step: {
      microphone: 'Abriendo el micrófono…',
      connecting: 'Buscando un camino por la red…',
      measuring: 'Midiendo el sonido… diga algo.',
    },
    verdict: {
      good: { what: 'Listo para llamar', next: null },
      fair: { what: 'Se puede llamar, con pequeños fallos', next: 'Use un cable o acérquese al rúter.' },
      poor: {
        what: 'Las llamadas sonarían mal',
        next: 'Use un cable u otra red y detenga las descargas; después repita la prueba.',
      },
    },
    silentMicrophone: {
      what: 'El micrófono estuvo en silencio',
      next: 'Revise el interruptor de los auriculares o elija otro micrófono y repita la prueba.',
    },
    relayUnreachable: {
      what: 'No se alcanza el servidor de retransmisión',
      next: 'Detrás de un cortafuegos estricto puede faltar el sonido. Avise a su administrador.',
    },
    local: 'El sonido no salió de este ordenador; esto no dice nada de su red.',
    candidates: 'Caminos encontrados',
    candidate: { host: 'Este ordenador', srflx: 'Dirección pública', relay: 'Servidor de retransmisión' },
    microphone: 'Micrófono',
    loud: 'Se oye',
    silent: 'En silencio',
  },
  account: {
    title: 'Cuenta',
    address: 'Su dirección',
    server: 'Servidor de telefonía',
    displayName: 'Nombre que ven los demás',
    user: 'Nombre para entrar',
    userHint: 'Solo si es distinto del de su dirección.',
    password: 'Contraseña',
    keepPassword: 'Guardar la contraseña en este navegador',
    keepPasswordHint: 'Quien use este navegador podrá llamar en su nombre. Si no, la escribe después de cada inicio.',
    save: 'Guardar y entrar',
    needed: 'Complete la dirección, el servidor y la contraseña.',
  },
  data: {
    title: 'Sus datos',
    export: 'Guardar una copia',
    exportHint: 'Llamadas, contactos y ajustes en un archivo, sin la contraseña.',
    delete: 'Borrar todo',
    deleteHint: 'Quita llamadas, contactos y ajustes de este navegador.',
    confirm: '¿Borrar todas las llamadas, contactos y ajustes? No se puede deshacer.',
    confirmDelete: 'Borrar',
    keep: 'Conservar',
    deleted: 'Se borró todo.',
  },
  kept: {
    browser: 'Lo que elija se guarda en este navegador.',
    page: 'Lo que elija vale hasta cerrar esta página: no hay dónde guardarlo.',
  },
  notSaved: { what: 'No se guardó', next: 'Su navegador no quiso guardarlo. Vale hasta cerrar esta página.' },
};
