const client = `import type Operations from "./operations.ts";\ndeclare const shop: Operations;`;

/** Programs as users write them against the package of `shop.yaml`: by people, and by no walk over types. */
export const programs: { readonly [name: string]: string } = {
  "prints what is unpaid": `${client}
export async function unpaid(): Promise<string[]> {
  const { data } = await shop.listOrders({ query: { status: "open", limit: 10 } });
  return data.map((order) => \`\${order.id}: \${(order.total ?? 0).toFixed(2)} \${order.note?.trim() ?? "no note"}\`);
}`,
  "goes through pages": `${client}
export async function count(): Promise<number> {
  let all = 0;
  for (let next: string | undefined = "first"; next; ) {
    const page = await shop.listOrders();
    all += page.data.length;
    next = page.next;
  }
  return all;
}`,
  "orders a list of articles": `${client}
export async function order(articles: ReadonlyMap<string, number>): Promise<string> {
  const items = [...articles].map(([sku, count]) => ({ sku, count }));
  const made = await shop.createOrder({ body: { items, note: null } });
  return made.id;
}`,
  "tells a refusal from none": `${client}
export async function find(id: string): Promise<string> {
  try {
    return (await shop.getOrder({ path: { id } })).status;
  } catch (error) {
    if (shop.getOrder.isError(error) && error.status === 404) return error.body.code.toUpperCase();
    if (shop.createOrder.isError(error) && error.status === 422) return error.body.field.toUpperCase();
    throw error;
  }
}`,
  "says how it was paid": `import type { Order, Card } from "./models.ts";
const masked = (card: Card): string => \`**** \${card.last4}\`;
export function paid({ payment, status }: Order): string {
  if (status !== "paid") return "not yet";
  return payment.kind === "card" ? masked(payment) : payment.kind === "transfer" ? payment.iban.slice(-4) : "otherwise";
}`,
  "keeps what it needs in a type of its own": `import type { Order } from "./models.ts";
export type Row = Pick<Order, "id" | "total"> & { status: "open" | "paid" | (string & {}) };
export function rowOf(order: Order): Row {
  return { id: order.id, status: order.status, ...(order.total !== undefined && { total: order.total }) };
}`,
  "reads labels of any name": `import type { Order } from "./models.ts";
export const labels = (order: Order): string[] => Object.entries(order.labels).map(([name, label]) => name + label.trim());
export const gift = (order: Order): boolean => order.labels["gift"] === "yes";`,
  "calls by paths": `import type { paths } from "./schema.ts";
type Get = paths["/orders/{id}"]["get"];
export type Id = Get["parameters"]["path"]["id"];
export const ids = (answer: Get["responses"][200]["content"]["application/json"]): Id[] => [answer.id];`,
};
