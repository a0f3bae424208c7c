import type { VideoLabels } from '../video-labels.ts';

/** The English words about pictures. */
export const video: VideoLabels = {
  video: 'Video',
  share: 'Share screen',
  group: (name) => `Video with ${name}`,
  theirs: (name) => `Picture of ${name}`,
  ours: 'Your own picture',
  you: 'You',
  theirsOff: (name) => `${name} shows no picture`,
  sharing: 'You are sharing your screen',
  stopSharing: 'Stop sharing',
  switchCamera: 'Switch camera',
  theyStarted: (name) => `${name} turned on video`,
  showYourself: 'Turn on camera',
  videoCall: 'Video call',
  screenDenied: {
    what: 'Screen not shared',
    next: 'None was chosen, or your browser does not allow it. The call goes on as it was.',
  },
  refused: {
    what: 'No video at the other end',
    next: 'Their phone, or a server on the way, takes no picture. The call goes on with sound.',
  },
};
