/** As much of an RTCPeerConnection as JsSIP needs, with descriptions that are ready at once. */
export class FakePeerConnection {
  static offer = '';
  static answer = '';
  readonly iceGatheringState = 'complete';
  readonly iceConnectionState = 'connected';
  signalingState = 'stable';
  localDescription: { readonly type: string; readonly sdp: string } | null = null;

  addEventListener(): void {
    // Nothing ever happens to it.
  }

  removeEventListener(): void {
    // As above.
  }

  addTrack(): void {
    // There are none.
  }

  getSenders(): readonly never[] {
    return [];
  }

  createOffer(): Promise<{ readonly type: 'offer'; readonly sdp: string }> {
    return Promise.resolve({ type: 'offer', sdp: FakePeerConnection.offer });
  }

  createAnswer(): Promise<{ readonly type: 'answer'; readonly sdp: string }> {
    return Promise.resolve({ type: 'answer', sdp: FakePeerConnection.answer });
  }

  setLocalDescription(description: { readonly type: string; readonly sdp: string }): Promise<void> {
    this.localDescription = description;
    this.signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
    return Promise.resolve();
  }

  setRemoteDescription(description: { readonly type: string }): Promise<void> {
    this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
    return Promise.resolve();
  }

  close(): void {
    this.signalingState = 'closed';
  }
}
