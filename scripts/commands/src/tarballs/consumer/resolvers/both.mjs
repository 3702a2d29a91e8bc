// A program that loads the packages in both forms: an error of one is an error of the other.
import * as esm from "./call.mjs";
// After it: see both-commonjs-first.mjs.
import commonJs from "./call.cjs";

async function knows(one, other) {
  const client = one.createTelnyxVideo(one.options);
  const { viewRoomSession } = other.createTelnyxVideo(other.options);
  const { path } = esm;
  const given = { headers: { prefer: "code=404" } };
  const error = await client.viewRoomSession({ path }, given).catch((thrown) => thrown);
  const refused = await client.viewRoomSession({ path: {} }).catch((thrown) => thrown);
  // A client of one form, taken by the subpath of the other.
  const raw = await other.openapiFetch(client).GET("/room_sessions/{room_session_id}", { params: { path } });
  return {
    "client by path": raw.data?.data.id !== undefined,
    ApiError: error instanceof other.ApiError && error instanceof other.SdkError,
    "not ConfigError": !(error instanceof other.ConfigError),
    ConfigError: refused instanceof other.ConfigError && !(refused instanceof other.ApiError),
    isError: viewRoomSession.isError(error) && !viewRoomSession.isError(refused),
    "client taken": other.createSessions({ telnyxVideo: client }).telnyxVideo === client,
  };
}

async function main() {
  const copies = esm.ApiError === commonJs.ApiError ? 1 : 2;
  const all = { ...(await knows(esm, commonJs)) };
  for (const [what, holds] of Object.entries(await knows(commonJs, esm))) all[what] &&= holds;
  const faults = Object.keys(all).filter((what) => !all[what]);
  console.log(JSON.stringify({ copies, faults }));
}

void main();
