// What a program that works with Isthmus does all day; it ends with an error where an answer is another than it should be.
import { randomUUID } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./isthmus.js";
import { access } from "./access.js";

type Organisation = components["schemas"]["Organisation"];
type OrganisationDraft = components["schemas"]["OrganisationDraft"];
type OrganisationPatch = components["schemas"]["OrganisationPatch"];
type Problem = components["schemas"]["Problem"];
type Project = components["schemas"]["Project"];
type Answer<T> = { data?: T; error?: Problem; response: Response };

const [gateway = "http://127.0.0.1:8080", tokenUrl = "http://127.0.0.1:8084/isthmus/token", client = "programme-officer", secret = "any"] =
  process.argv.slice(2);
const isthmus = createClient<paths>({ baseUrl: gateway });
isthmus.use(access(tokenUrl, client, secret));
const reference = `DAY-${randomUUID()}`;

/** What was answered; a problem becomes an error. */
function answered<T>(answer: Answer<T>): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.error?.code}: ${answer.error?.detail}`);
  }
  return answer.data;
}

async function everyProject(): Promise<Project[]> {
  const all: Project[] = [];
  let cursor: string | null | undefined;
  do {
    const page = answered(await isthmus.GET("/v1/projects", { params: { query: { limit: 20, cursor: cursor ?? undefined } } }));
    all.push(...page.items);
    cursor = page.next && new URL(page.next, gateway).searchParams.get("cursor");
  } while (cursor);
  return all;
}

const enter = (draft: OrganisationDraft, key: string) =>
  isthmus.POST("/v1/organisations", { params: { header: { "Idempotency-Key": key } }, body: draft });

const draft = (name: string): OrganisationDraft => ({ reference, names: { en: name } });

async function enterTwice(): Promise<Organisation> {
  const body: OrganisationDraft = { ...draft("A day's organisation"), country: "BE", type: "NGO" };
  const first = answered(await enter(body, reference));
  const again = answered(await enter(body, reference));
  if (again.id !== first.id || again.version !== first.version) {
    throw new Error(`one key, two organisations: ${first.id}, ${again.id}`);
  }
  return first;
}

async function tag(id: string): Promise<string> {
  const { response } = await isthmus.GET("/v1/organisations/{id}", { params: { path: { id } } });
  return response.headers.get("ETag") ?? "";
}

const patch = (id: string, seen: string, body: OrganisationPatch) =>
  isthmus.PATCH("/v1/organisations/{id}", {
    params: { path: { id }, header: { "If-Match": seen } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body,
  });

/** The code of the problem that this ends in. */
async function refused(status: number, request: Promise<Answer<unknown>>): Promise<string> {
  const { data, error } = await request;
  if (error?.status !== status) {
    throw new Error(`${status} was expected, not ${JSON.stringify(error ?? data)}`);
  }
  return error.errors?.[0]?.code ?? error.code;
}

console.log(`listed ${(await everyProject()).length} projects`);
const entered = await enterTwice();
console.log(`entered ${entered.names["en"]} once`);
const seen = await tag(entered.id);
const changed = answered(await patch(entered.id, seen, { names: { en: "A changed organisation" } }));
console.log(`changed it to ${changed.names["en"]} of ${changed.country}`);
const without = answered(await patch(entered.id, await tag(entered.id), { country: null })); // null removes, what is left out stays
console.log(`its country is ${without.country ?? "removed"}`);
console.log(`invalid: ${await refused(400, enter({ ...draft("A country that is none"), country: "XX" }, randomUUID()))}`);
console.log(`taken: ${await refused(409, enter(draft("Another"), randomUUID()))}`);
console.log(`stale: ${await refused(412, patch(entered.id, seen, { country: "FR" }))}`);
console.log(`reused: ${await refused(422, enter(draft("Another body"), reference))}`);
