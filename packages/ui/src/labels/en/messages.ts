import type { Labels } from '../labels.ts';

/** `Labels.messages`, in English. */
export const messages: Labels['messages'] = {
  group: 'Messages',
  empty: 'No messages yet',
  emptyHint: 'Write to a number or a contact.',
  create: 'New message',
  to: 'Number, address or contact',
  start: 'Write',
  people: 'Contacts that match',
  thread: (name) => `Messages with ${name}`,
  field: (name) => `Message to ${name}`,
  placeholder: 'Message',
  keys: 'Enter sends, Shift and Enter begins a new line.',
  send: 'Send',
  status: { sending: 'Sending…', delivered: 'Delivered', stored: 'Waits at the server', failed: 'Not sent' },
  again: 'Send again',
  composing: (name) => `${name} is writing…`,
  received: (name) => `New message from ${name}`,
  you: (text) => `You: ${text}`,
  back: 'All messages',
  remove: 'Delete this conversation',
  tooLong: (most) => `Too long: ${most} characters at most.`,
  unread: (count) => `${count} unread`,
};
