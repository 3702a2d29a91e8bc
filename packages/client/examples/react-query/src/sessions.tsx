import { createPagecall } from "@x/pagecall";
import { openapiFetch } from "@x/pagecall/openapi-fetch";
import createQueries from "openapi-react-query";
import type { ReactNode } from "react";

const baseUrl = process.env["PAGECALL_BASE_URL"] ?? `${location.origin}/api`;
const pagecall = createPagecall({ baseUrl, apiKey: "in-the-proxy", dangerouslyAllowBrowser: true, maxRetries: 0 });
const api = createQueries(openapiFetch(pagecall));

/** The sessions of a room: typed by its path, asked for once, shown when they are there. */
export function Sessions({ roomId }: { roomId: string }): ReactNode {
  const { data, error, isPending } = api.useQuery("get", "/rooms/{room_id}/sessions", {
    params: { path: { room_id: roomId } },
  });
  if (isPending) return <p>…</p>;
  if (error) return <p role="alert">{String(error)}</p>;
  return (
    <ul>
      {data?.sessions?.map(({ id, member_id }) => (
        <li key={id}>{member_id}</li>
      ))}
    </ul>
  );
}
