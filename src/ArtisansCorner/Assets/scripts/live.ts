// Live pages: one tab of a shop holds the event stream and tells the others, because HTTP/1.1 allows six connections to a
// host. See docs/decisions/0003-one-tab-holds-the-live-stream.md.
import { htmx } from "./htmx";
import { all, onContent } from "./page";

type State = "live" | "reconnecting";
type Word = { topic?: string; id?: string; state?: State; ask?: true };

const quietTooLong = 30_000;
const beatEvery = 10_000;
const streamSilent = 60_000;

let url: string | undefined;
let channel: BroadcastChannel | undefined;
let stream: EventSource | undefined;
let release: (() => void) | undefined;
let lastId = "";
let heardAt = Date.now();
let beatAt = 0;
let state: State = "reconnecting";
let failures = 0;
const missed = new Set<string>();

/* Parts: at most one request in flight for each, and one more after it when something changed meanwhile. */
const busy = new WeakMap<Element, { again: boolean }>();

async function refresh(part: Element): Promise<void> {
  const running = busy.get(part);
  if (running) {
    running.again = true;
    return;
  }
  const turn = { again: true };
  busy.set(part, turn);
  for (let failed = 0; turn.again && part.isConnected; ) {
    turn.again = false;
    if (await load(part)) failed = 0;
    else {
      // What could not be fetched is still out of date: "back online" may be said a moment before it is true.
      turn.again = true;
      await new Promise(done => setTimeout(done, Math.min(10_000, 500 * 2 ** failed++) * (0.5 + Math.random())));
    }
  }
  busy.delete(part);
}

/** Whether there is nothing left to try: the part was swapped, or the answer was a refusal that asking again won't change. */
async function load(part: Element): Promise<boolean> {
  try {
    const answer = await fetch(part.getAttribute("hx-get")!, {
      headers: { "HX-Request": "true", Accept: "text/html" },
      // Or ten tabs asking for the same part would wait for each other at the browser's cache.
      cache: "no-store",
      signal: AbortSignal.timeout(15_000),
    });
    if (answer.status >= 500 || answer.status === 429) return false;
    // Signed out meanwhile: what is shown stays.
    if (!answer.ok || answer.redirected) return true;
    const text = await answer.text();
    if (part.isConnected) await htmx.swap({ sourceElement: part, target: part, text, swap: "outerMorph ignoreTitle:true" });
    return true;
  } catch {
    return false;
  }
}

function changed(topic: string): void {
  if (document.hidden) {
    missed.add(topic);
    return;
  }
  const which = topic === "everything" ? "[data-live]" : `[data-live~="${CSS.escape(topic)}"]`;
  for (const part of all(which)) void refresh(part);
}

function hear({ topic, id, state: now, ask }: Word): void {
  if (ask) {
    if (stream) channel?.postMessage({ state, id: lastId });
    return;
  }
  heardAt = Date.now();
  // The leading tab has heard something else than this page was made of: ask for all once.
  if (id && !topic && lastId && id !== lastId) changed("everything");
  if (id) lastId = id;
  if (now) show(now);
  if (topic) changed(topic);
}

function tell(word: Word): void {
  hear(word);
  channel?.postMessage(word);
}

/* The stream, held by the tab that has the lock. */
function open(): void {
  stream?.close();
  const address = new URL(url!, location.href);
  if (lastId) address.searchParams.set("lastEventId", lastId);
  const mine = (stream = new EventSource(address));
  beatAt = 0;
  mine.onopen = () => {
    failures = 0;
    tell({ state: "live" });
  };
  mine.addEventListener("changed", event => tell({ topic: event.data, id: event.lastEventId }));
  // Not every dead connection breaks: when the server's beats stop, it is taken for broken.
  mine.addEventListener("beat", () => (beatAt = Date.now()));
  mine.onerror = () => {
    tell({ state: "reconnecting" });
    // The browser tries again by itself after a broken connection, but not after an error status.
    if (mine.readyState === EventSource.CLOSED)
      setTimeout(() => stream === mine && open(), Math.min(60_000, 1000 * 2 ** failures++) * (0.5 + Math.random()));
  };
}

function close(): void {
  stream?.close();
  stream = undefined;
  release?.();
  release = undefined;
}

function lead(steal = false): void {
  const name = `live ${url}`;
  const hold = () => new Promise<void>(done => {
    release = done;
    open();
  });
  // Without locks (only on a page that is not secure) each tab holds a stream of its own.
  if (!navigator.locks) return void hold();
  navigator.locks.request(name, steal ? { steal } : {}, hold).catch(() => {
    // Another tab took the lead because this one slept; wait in line again.
    close();
    if (url) lead();
  });
}

/* Waking: after sleep, in the foreground again, online again. */
function wake(): void {
  if (!url || document.hidden) return;
  const slept = Date.now() - heardAt > quietTooLong;
  const topics = slept ? ["everything"] : [...missed];
  missed.clear();
  if (slept) {
    heardAt = Date.now();
    if (stream) open();
    else lead(true);
  }
  topics.forEach(changed);
}

function show(now: State = state): void {
  state = now;
  for (const sign of all("[data-live-state]")) {
    sign.hidden = !url;
    sign.dataset.state = state;
    const words = state === "live" ? "Live" : "Reconnecting";
    const place = sign.lastElementChild!;
    if (place.textContent !== words) place.textContent = words;
  }
}

function follow(): void {
  const frame = document.querySelector<HTMLElement>("[data-live-url]");
  const next = frame?.dataset.liveUrl;
  if (next !== url) {
    leave();
    url = next;
    // Where the feed stood when this page was made: what came since is sent first.
    lastId = frame?.dataset.liveAt ?? "";
    if (url) {
      channel = new BroadcastChannel(`live ${url}`);
      channel.onmessage = event => hear(event.data as Word);
      lead();
      channel.postMessage({ ask: true });
    }
  }
  show();
}

function leave(): void {
  close();
  channel?.close();
  url = undefined;
}

onContent(follow);
document.addEventListener("visibilitychange", wake);
addEventListener("pageshow", () => {
  follow();
  wake();
});
addEventListener("online", () => {
  heardAt = 0;
  wake();
});
addEventListener("pagehide", leave);
setInterval(() => {
  wake();
  if (!stream) return;
  if (beatAt && Date.now() - beatAt > streamSilent) open();
  // Tells the other tabs that this one is awake; silence makes a visible one take over.
  tell({ state });
}, beatEvery);
