// A server component that calls both vendors.
import type { ReactNode } from "react";
import { call } from "../consumer";

export const dynamic = "force-dynamic";

export default async function Page(): Promise<ReactNode> {
  return <main>{encodeURIComponent(JSON.stringify(await call()))}</main>;
}
