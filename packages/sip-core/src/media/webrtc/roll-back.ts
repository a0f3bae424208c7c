const ROLLBACK: RTCSessionDescriptionInit = { type: 'rollback' };

/**
 * Takes back the offer that waits, ours or the far end's, and leaves the media as they were agreed. Nothing happens when
 * no offer waits.
 *
 * Chromium (156) lets an offer change what its channels do at once, our receiving or our sending, and does not undo that
 * when the offer is rolled back: the call would stay silent one way. An offer that says what is agreed puts it right,
 * and is rolled back in its turn.
 *
 * @param restore - returns the transceivers to the directions that are agreed
 */
export async function rollBack(connection: RTCPeerConnection, restore: () => void): Promise<void> {
  if (connection.signalingState === 'stable') {
    restore();
  } else if (connection.signalingState === 'have-remote-offer') {
    await connection.setRemoteDescription(ROLLBACK);
    restore();
    await repeatTheirs(connection);
  } else {
    await connection.setLocalDescription(ROLLBACK);
    restore();
    if (connection.currentLocalDescription === null) return;
    await connection.setLocalDescription(await connection.createOffer());
    await connection.setLocalDescription(ROLLBACK);
  }
}

async function repeatTheirs(connection: RTCPeerConnection): Promise<void> {
  const agreed = connection.currentRemoteDescription;
  if (agreed === null) return;
  try {
    await connection.setRemoteDescription({ type: 'offer', sdp: agreed.sdp });
  } catch {
    // A browser that takes no answer for an offer is none that needs this.
    return;
  }
  await connection.setRemoteDescription(ROLLBACK);
}
