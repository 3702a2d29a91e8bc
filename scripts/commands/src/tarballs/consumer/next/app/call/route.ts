// A route handler that calls both vendors.
import { call } from "../../consumer";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json(await call());
}
