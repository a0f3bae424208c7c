export { type Account, defaultAccounts } from './accounts.ts';
export type { AcceptedSocket } from './accepted-socket.ts';
export type { AnswerOptions, ServerAnswer } from './answer-script.ts';
export { DigestGate, type DigestOptions, type Verdict } from './digest-gate.ts';
export type { SocketSelection } from './connections.ts';
export { FakeTab } from './fake-page.ts';
export { FakeTabs } from './fake-tabs.ts';
export { Fleet, type FleetCounts, type FleetOptions, type FleetSecond } from './fleet.ts';
export { createFakeNetwork, FakeNetwork } from './fake-network.ts';
export type { FakeNetworkOptions, NetworkClock, NetworkCounts } from './network-options.ts';
export type { NetworkPhoneOptions } from './network-phones.ts';
export { directionOf, fakeAnswer, fakeOffer, type FakeSdpOptions } from './fake-sdp.ts';
export { createFakeMedia, type FakeMedia, type FakeMediaAct, type FakeMediaOptions } from './fake-media.ts';
export { Faults, type FaultOptions, type MessageInTransit, type StopFault } from './faults.ts';
export type { Matcher, MessageSummary } from './message-matcher.ts';
export { type FieldLine, type MessageEnding, MessageText } from './message-text.ts';
export type { ProxyOptions } from './proxy.ts';
export { Registrar, type RegistrarOptions } from './registrar.ts';
export {
  answer,
  type AnswerBehaviour,
  callBack,
  neverAnswer,
  refuse,
  type RobotBehaviour,
  silent,
} from './robots/behaviours.ts';
export { createBrowserRobotMedia } from './robots/browser-media.ts';
export { Robot, type RobotDigit } from './robots/robot.ts';
export { RobotCall } from './robots/robot-call.ts';
export { fakeRobotMedia, type RobotMedia, type RobotMediaFactory, type RobotSound } from './robots/robot-media.ts';
export { type StandardExtension, standardExtensions } from './robots/standard-robots.ts';
export { type RegisterOptions, ScriptedClient, socketWire } from './scripted-client.ts';
export { type DialogRequestOptions, ScriptedDialog } from './scripted-dialog.ts';
export {
  type ExpectOptions,
  type PeerServices,
  type PeerWire,
  type Received,
  type RequestOptions,
  type RespondOptions,
  ScriptedPeer,
} from './scripted-peer.ts';
export type { FakeMailbox } from './state-documents.ts';
export { routedSocket, type RoutedWebSocket } from './routed-socket.ts';
export { seededRandom } from './seeded-random.ts';
export { Trace, type TracedMessage } from './trace.ts';
export { VirtualClock, type VirtualClockOptions } from './virtual-clock.ts';
export { listenTo, type MeasuredTone, measureTone, type ToneMeter } from './tone-meter.ts';
export { createTestPicture, type TestPicture, type TestPictureOptions } from './test-picture.ts';
export { createToneMicrophone, type ToneMicrophone } from './tone-microphone.ts';
export { type ToneDevice, ToneDevices } from './tone-devices.ts';
export { type BrowserPhone, BrowserPhones, mediaOf, tones } from './browser-phones.ts';
