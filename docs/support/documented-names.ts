/**
 * The names that the documents of other libraries define, by the page that has to say what becomes of each. `same` is
 * what our classes have to have under that very name.
 */
interface Names {
  readonly page: string;
  readonly what: string;
  readonly names: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const classic = 'migrate/sipjs-classic.md';
const later = 'migrate/sipjs.md';
const jssip = 'migrate/jssip.md';

export const uaMethods = words(
  'start stop register unregister isRegistered isConnected message subscribe invite request on once off',
);
export const uaEvents = words(
  'connecting connected disconnected registered unregistered registrationFailed invite message outOfDialogReferRequested',
);
export const sessionMembers = words(
  'startTime endTime ua method sessionDescriptionHandler request localIdentity remoteIdentity data ' +
    'dtmf terminate bye hold unhold reinvite refer',
);
export const sessionEvents = words(
  'progress accepted rejected failed terminated cancel reinvite referRequested replaced dtmf bye',
);
export const invitationMethods = words('progress accept reject reply');
export const contextMembers = words('ua method request localIdentity remoteIdentity data cancel');
export const exportedNames = words(
  'Invitation Inviter Referral Registerer Session SessionState UserAgent UA URI NameAddrHeader C ' +
    'ReferClientContext ReferServerContext ClientContext ServerContext Subscription Message Messager Publisher',
);
export const parameters = words(
  'uri ws_servers display_name password authorization_user register register_expires registrar_server no_answer_timeout ' +
    'trace_sip stun_servers turn_servers use_preloaded_route connection_recovery_min_interval ' +
    'connection_recovery_max_interval hack_via_tcp hack_ip_in_contact',
);

export const documented: readonly Names[] = [
  { page: classic, what: 'methods of SIP.UA', names: uaMethods },
  {
    page: classic,
    what: 'events of SIP.UA',
    names: [...uaEvents, 'attempts', 'inviteSent', 'notify', 'transportCreated'],
  },
  {
    page: classic,
    what: 'options of its methods',
    names: words(
      'extraHeaders all contentType expires anonymous rel100 inviteWithoutSdp sessionDescriptionHandlerOptions modifiers body',
    ),
  },
  { page: classic, what: 'constants', names: words('SIP.C.supported.REQUIRED SUPPORTED UNSUPPORTED SIP.C.causes') },
  { page: classic, what: 'members of SIP.Session', names: sessionMembers },
  { page: classic, what: 'methods of one that came in or goes out', names: [...invitationMethods, 'cancel'] },
  {
    page: classic,
    what: 'options of these',
    names: words(
      'duration interToneGap status_code reason_phrase body activeAfterTransfer receiveResponse constraints ' +
        'SIP.WebRTC.SessionDescriptionHandler SIP.Session.DTMF SIP.ReferClientContext SIP.ReferServerContext',
    ),
  },
  { page: classic, what: 'events of SIP.Session', names: [...sessionEvents, 'confirmed', 'directionChanged'] },
  { page: classic, what: 'members of SIP.ClientContext', names: [...contextMembers, 'INVALID_STATE_ERROR'] },
  { page: classic, what: 'events of SIP.ClientContext', names: words('progress accepted rejected failed') },
  {
    page: classic,
    what: 'parameters',
    names: words(
      'uri wsServers displayName password authorizationUser register registerExpires registrarServer noAnswerTimeout ' +
        'traceSip stunServers turnServers usePreloadedRoute connectionRecoveryMinInterval connectionRecoveryMaxInterval ' +
        'hackViaTcp hackIpInContact iceCheckingTimeout autostart autostop dtmfType mediaHandlerFactory ' +
        'sessionDescriptionHandlerFactory allowOutOfDialogRefers authenticationFactory log',
    ),
  },
  {
    page: later,
    what: 'names of the later library',
    names: words(
      'Invitation Inviter InviterOptions Referral Registerer RegistererOptions Session SessionState UserAgent ' +
        'UserAgentOptions InvitationAcceptOptions makeURI delegate onInvite onRefer onConnect onDisconnect stateChange ' +
        'addListener Establishing Established Terminated accept sessionDescriptionHandlerOptions constraints start ' +
        'register unregister invite refer requestOptions extraHeaders requestDelegate onAccept reconnect SimpleUser ' +
        'SessionManager Messager Subscriber Publisher earlyMedia refreshFrequency peerConnectionConfiguration ' +
        'iceGatheringTimeout startLocalConference authorizationUsername authorizationPassword transportOptions.server',
    ),
  },
  { page: jssip, what: 'parameters', names: [...parameters, ...words('ws_uri weight urls username credential')] },
  {
    page: jssip,
    what: 'methods',
    names: words(
      'start stop register unregister isRegistered isConnected call sendMessage sendOptions subscribe notify ' +
        'terminateSessions registrator set get normalizeTarget answer terminate hold unhold isOnHold mute unmute isMuted ' +
        'sendDTMF sendInfo sendRequest refer renegotiate resetLocalMedia connection isInProgress isEstablished isEnded',
    ),
  },
  {
    page: jssip,
    what: 'events',
    names: words(
      'newRTCSession newMessage newOptions newSubscribe sipEvent connecting connected disconnected registered ' +
        'unregistered registrationFailed registrationExpiring newTransaction transactionDestroyed progress accepted ' +
        'confirmed ended failed newDTMF newInfo muted unmuted reinvite update replaces sdp peerconnection icecandidate',
    ),
  },
  {
    page: jssip,
    what: 'parameters of later versions and options',
    names: words(
      'sockets contact_uri instance_id realm ha1 authorization_jwt user_agent session_timers ' +
        'session_timers_refresh_method session_timers_force_refresher register_from_tag_trail extra_headers via_host ' +
        'eventHandlers mediaConstraints mediaStream pcConfig rtcConstraints rtcOfferConstraints rtcAnswerConstraints ' +
        'sessionTimersExpires anonymous data fromUserName fromDisplayName status_code reason_phrase useUpdate',
    ),
  },
];
