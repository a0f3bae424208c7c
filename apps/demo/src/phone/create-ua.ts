import { browserPlatform, type Platform, UA } from '@hookswitch/sip-core';
import { createTestPicture } from '@hookswitch/sip-core/testing';
import type { Account, PhoneSettings } from '../account/account.ts';
import { toneStream } from '../microphone/tone-stream.ts';

/** What a phone is made from. */
export interface PhoneConfiguration {
  readonly account: Account;
  readonly settings: PhoneSettings;
}

/**
 * Makes the user agent of a phone. Opens nothing.
 *
 * @throws ConfigurationError when the account has a value that cannot be used
 */
export function createUA({ account, settings }: PhoneConfiguration): UA {
  const { address, server, password, displayName, authorizationUser } = account;
  return new UA({
    uri: address,
    wsServers: server,
    password,
    ...(displayName !== '' && { displayName }),
    ...(authorizationUser !== '' && { authorizationUser }),
    noAnswerTimeout: settings.ringFor,
    autoFollowRefer: true,
    resumeCalls: 'automatic',
    platform: platformWith(settings),
  });
}

function platformWith({ tone }: PhoneSettings): Platform {
  const platform = browserPlatform();
  if (tone === null || platform.webrtc === undefined) return platform;
  const getUserMedia = ({ audio, video }: MediaStreamConstraints): Promise<MediaStream> => {
    const stream = audio === undefined || audio === false ? new MediaStream() : toneStream(tone);
    const wanted = video !== undefined && video !== false;
    const picture = wanted ? createTestPicture({ hue: tone % 360 }).stream.getVideoTracks() : [];
    for (const track of picture) stream.addTrack(track);
    return Promise.resolve(stream);
  };
  return { ...platform, webrtc: { ...platform.webrtc, getUserMedia } };
}
