/** A camera that nobody sits before. */
export interface TestPicture {
  readonly stream: MediaStream;
  stop(): void;
}

/** How a {@link TestPicture} looks. */
export interface TestPictureOptions {
  /** `person`: head and shoulders that sway; `screen`: a page with lines. Default `person`. */
  readonly of?: 'person' | 'screen';
  /** Of the background, 0 to 359; default 210. */
  readonly hue?: number;
  /** Pixels; default 320 and 240. */
  readonly width?: number;
  readonly height?: number;
}

/**
 * A picture that moves, since one that does not is hardly sent: for tests and stories, without a camera and without a
 * permission prompt. Ends by itself when its track is stopped.
 *
 * @example
 * ```ts
 * const camera = createTestPicture({ hue: 120 });
 * await session.invite({ sessionDescriptionHandlerOptions: { localMediaStream: camera.stream } });
 * camera.stop();
 * ```
 */
export function createTestPicture(options: TestPictureOptions = {}): TestPicture {
  const { of = 'person', hue = 210, width = 320, height = 240 } = options;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  let frame = 0;
  const draw = (): void => {
    frame += 1;
    if (context === null) return;
    if (of === 'person') drawPerson(context, hue, frame);
    else drawPage(context, hue, frame);
  };
  draw();
  const stream = canvas.captureStream(15);
  const tracks = stream.getVideoTracks();
  const timer = setInterval(() => {
    if (tracks.every(({ readyState }) => readyState === 'ended')) clearInterval(timer);
    else draw();
  }, 60);
  return {
    stream,
    stop() {
      clearInterval(timer);
      for (const track of tracks) track.stop();
    },
  };
}

function drawPerson(context: CanvasRenderingContext2D, hue: number, frame: number): void {
  const { width, height } = context.canvas;
  const sway = width * 0.03 * Math.sin(frame / 8);
  context.fillStyle = `hsl(${hue} 35% ${34 + 4 * Math.sin(frame / 5)}%)`;
  context.fillRect(0, 0, width, height);
  context.fillStyle = `hsl(${(hue + 180) % 360} 40% 78%)`;
  context.beginPath();
  context.arc(width / 2 + sway, height * 0.42, height * 0.18, 0, 7);
  context.fill();
  context.fillStyle = `hsl(${(hue + 140) % 360} 35% 46%)`;
  context.beginPath();
  context.ellipse(width / 2 + sway / 2, height * 0.98, width * 0.28, height * 0.34, 0, Math.PI, 2 * Math.PI);
  context.fill();
}

function drawPage(context: CanvasRenderingContext2D, hue: number, frame: number): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = `hsl(${hue} 60% 40%)`;
  context.fillRect(0, 0, width, height * 0.14);
  context.fillStyle = '#8a9199';
  for (let line = 0; line < 7; line += 1) {
    const length = 0.4 + 0.5 * Math.abs(Math.sin(line * 7 + Math.floor(frame / 12)));
    context.fillRect(width * 0.06, height * (0.24 + line * 0.1), width * 0.86 * length, height * 0.04);
  }
}
