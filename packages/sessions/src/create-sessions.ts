import { createPagecall, type PagecallClient, type PagecallOptions } from "@x/pagecall";
import {
  ConfigError,
  createTelnyxVideo,
  type CallOptions,
  type TelnyxVideoClient,
  type TelnyxVideoOptions,
} from "@x/telnyx-video";
import type { Attendance, PagecallAttendance, TelnyxVideoAttendance } from "./attendance.ts";
import { listPagecallAttendances, type PagecallQuery } from "./pagecall.ts";
import { listTelnyxVideoAttendances, type TelnyxVideoQuery } from "./telnyx-video.ts";

/** What a query may hold, by vendor. */
const FIELDS = {
  telnyxVideo: ["vendor", "roomSessionId"],
  pagecall: ["vendor", "roomId", "userId", "online"],
} as const satisfies { telnyxVideo: (keyof TelnyxVideoQuery)[]; pagecall: (keyof PagecallQuery)[] };

/** A vendor's options, or its client already built. */
type TelnyxVideo = TelnyxVideoOptions | TelnyxVideoClient;
type Pagecall = PagecallOptions | PagecallClient;

/** Telnyx Video alone. */
export interface TelnyxVideoSessions {
  readonly telnyxVideo: TelnyxVideoClient;
  /** Who was connected to a room session. Rejects with an `SdkError`. */
  listAttendances(query: TelnyxVideoQuery, options?: CallOptions | undefined): Promise<TelnyxVideoAttendance[]>;
}

/** Pagecall alone. */
export interface PagecallSessions {
  readonly pagecall: PagecallClient;
  /** Who was connected to a room. Rejects with an `SdkError`. */
  listAttendances(query: PagecallQuery, options?: CallOptions | undefined): Promise<PagecallAttendance[]>;
}

/** Both vendors. */
export interface Sessions {
  readonly telnyxVideo: TelnyxVideoClient;
  readonly pagecall: PagecallClient;
  /** Who was connected: to a Telnyx room session, or to a Pagecall room. Rejects with an `SdkError`. */
  listAttendances(query: TelnyxVideoQuery, options?: CallOptions | undefined): Promise<TelnyxVideoAttendance[]>;
  listAttendances(query: PagecallQuery, options?: CallOptions | undefined): Promise<PagecallAttendance[]>;
  listAttendances(query: TelnyxVideoQuery | PagecallQuery, options?: CallOptions | undefined): Promise<Attendance[]>;
}

/**
 * One API over the vendors that are given. A vendor that is left out is not on the type.
 *
 * Overloads, not one generic: so a misspelt key does not compile, and `raw` keeps its type.
 *
 * @throws {ConfigError} at once, when an option can't be right, a key is missing, or no vendor is given
 */
export function createSessions(options: { telnyxVideo: TelnyxVideo; pagecall: Pagecall }): Sessions;
export function createSessions(options: {
  telnyxVideo: TelnyxVideo;
  pagecall?: never | undefined;
}): TelnyxVideoSessions;
export function createSessions(options: { telnyxVideo?: never | undefined; pagecall: Pagecall }): PagecallSessions;
export function createSessions(options: {
  telnyxVideo?: TelnyxVideo | undefined;
  pagecall?: Pagecall | undefined;
}): object {
  for (const [name, vendor] of Object.entries(Object(options))) {
    if (name !== "telnyxVideo" && name !== "pagecall")
      refuse(`createSessions knows no vendor "${name}" (there is: telnyxVideo, pagecall)`);
    if (vendor !== undefined && typeof vendor !== "object") refuse(`${name} must be its options or its client`);
  }
  const { telnyxVideo, pagecall } = Object(options) as typeof options;
  if (!telnyxVideo && !pagecall) refuse("createSessions needs options for telnyxVideo, pagecall or both");
  const clients = {
    ...(telnyxVideo && {
      telnyxVideo: "viewRoomSession" in telnyxVideo ? telnyxVideo : createTelnyxVideo(telnyxVideo),
    }),
    ...(pagecall && { pagecall: "getRoomSessions" in pagecall ? pagecall : createPagecall(pagecall) }),
  };
  return {
    ...clients,
    async listAttendances(given: TelnyxVideoQuery | PagecallQuery, callOptions?: CallOptions): Promise<Attendance[]> {
      const query = Object(given) as typeof given;
      if (query.vendor === "telnyxVideo" && clients.telnyxVideo) {
        checkFilters(query);
        return listTelnyxVideoAttendances(clients.telnyxVideo, query, callOptions);
      }
      if (query.vendor === "pagecall" && clients.pagecall) {
        checkFilters(query);
        return listPagecallAttendances(clients.pagecall, query, callOptions);
      }
      const known = Object.keys(clients).join(", ");
      const { vendor } = query as { vendor?: unknown };
      return refuse(`vendor ${JSON.stringify(vendor)} is not configured (there is: ${known})`, "listAttendances");
    },
  };
}

/** A filter that is misspelt, or the other vendor's, would give more rows than were asked for. */
function checkFilters(query: TelnyxVideoQuery | PagecallQuery): void {
  const known: readonly string[] = FIELDS[query.vendor];
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && !known.includes(name)) {
      refuse(`${query.vendor} has no filter "${name}" (there is: ${known.join(", ")})`, "listAttendances");
    }
  }
}

function refuse(why: string, operation?: string): never {
  throw new ConfigError(why, { operation });
}
