/** Registers, calls an extension, and says what came of it. Node has no sound: the media are on paper only. */
import { UA } from '@hookswitch/sip-core';
import { nodePlatform } from '@hookswitch/sip-core/node';
import { createFakeMedia } from '@hookswitch/sip-core/testing';

const ua = new UA({
  uri: 'carol@example.com',
  password: 'christmas',
  wsServers: process.env['SIP_SERVER'] ?? 'ws://127.0.0.1:8060/sip',
  platform: nodePlatform(),
  sessionDescriptionHandlerFactory: createFakeMedia(),
});

await ua.start();
await ua.register();
console.log('registered');

const session = ua.invite(process.argv[2] ?? '600');
session.once('accepted', () => {
  console.log('answered');
  void session.bye();
});
await new Promise((resolve) => session.once('terminated', resolve));
console.log(`ended: ${session.cause?.code ?? ''}`);
await ua.dispose();
