// A user's hooks over openapi-fetch's client: compiled, not run, as they live in browsers.
import createQueryClient from "openapi-react-query";
import { createInfiniteHook, createMutateHook, createQueryHook } from "swr-openapi";
import { createPagecall } from "@x/pagecall";
import { openapiFetch as pagecallFetch } from "@x/pagecall/openapi-fetch";
import { createTelnyxVideo, type RoomSession } from "@x/telnyx-video";
import { openapiFetch } from "@x/telnyx-video/openapi-fetch";

const http = openapiFetch(createTelnyxVideo());
const params = { path: { room_session_id: "x" } };
const query = createQueryClient(http);
const useQuery = createQueryHook(http, "telnyx");

export function useSession(): RoomSession | undefined {
  const { data, error } = query.useQuery("get", "/room_sessions/{room_session_id}", { params });
  const title: string | undefined = error?.title;
  // @ts-expect-error A body is typed: this is no number.
  const wrong: number | undefined = data?.data?.id;
  // @ts-expect-error A path that the document does not have.
  query.useQuery("get", "/room_sessions");
  // @ts-expect-error The path parameter is missing.
  query.useQuery("get", "/room_sessions/{room_session_id}");
  void [title, wrong, query.queryOptions("get", "/room_sessions/{room_session_id}", { params }).queryKey];
  void query.useSuspenseQuery("get", "/room_sessions/{room_session_id}", { params }).data.data?.participants;
  return data?.data;
}

export function useSessionBySwr(): RoomSession | undefined {
  const { data, error } = useQuery("/room_sessions/{room_session_id}", { params });
  const title: string | undefined = error?.title;
  // @ts-expect-error A path that the document does not have.
  useQuery("/room_sessions", { params });
  // @ts-expect-error A body is typed: this is no number.
  const wrong: number | undefined = data?.data?.id;
  createInfiniteHook(http, "telnyx")("/room_sessions/{room_session_id}", () => ({ params }));
  createMutateHook(http, "telnyx", (whole, part) => whole === part)()(["/room_sessions/{room_session_id}"]);
  void [title, wrong];
  return data?.data;
}

export function useMember(room_id: string): string | undefined {
  const { data } = createQueryClient(pagecallFetch(createPagecall())).useQuery("get", "/rooms/{room_id}/sessions", {
    params: { path: { room_id } },
  });
  return data?.sessions?.[0]?.member_id;
}
