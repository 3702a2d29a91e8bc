import { createPagecall } from "@x/pagecall";

const pagecall = createPagecall({
  baseUrl: `${location.origin}/api`,
  // No key: a word in its place, which the proxy replaces. So this browser holds nothing that is dangerous.
  apiKey: "in-the-proxy",
  dangerouslyAllowBrowser: true,
});

const { sessions = [] } = await pagecall.getRoomSessions({ path: { room_id: "000585f36eed9e8fb6b655b4" } });
document.querySelector("#sessions")?.replaceChildren(
  ...sessions.map(({ member_id, connected_at }) => {
    const item = document.createElement("li");
    item.textContent = `${member_id} since ${connected_at}`;
    return item;
  }),
);
