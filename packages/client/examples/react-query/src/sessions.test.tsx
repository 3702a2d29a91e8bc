// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { Sessions } from "./sessions.tsx";

afterEach(cleanup);

function show(roomId: string): void {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Sessions roomId={roomId} />
    </QueryClientProvider>,
  );
}

test("shows the members of the document's own example", async () => {
  show("000585f36eed9e8fb6b655b4");
  expect((await screen.findByRole("listitem")).textContent).toBe("000585f36eed9e8fb6b655b4");
});

test("shows an error in words", async () => {
  // Refused before it is sent: it would lead out of the path.
  show("..");
  expect((await screen.findByRole("alert")).textContent).toMatch(/^ConfigError: getRoomSessions/);
});
