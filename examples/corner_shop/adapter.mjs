// The adapter: carries messages between the kit and the shop over JSON Lines, and decides nothing.
// One request a line on stdin, one reply a line on stdout; diagnostics go to stderr.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { CornerShop } from "./corner_shop.mjs";

const PROTOCOL = 1;
const deployed = JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8"));

let session = "";
let count = 0;
let said = []; // what the shop said and the kit has not been given yet

function tell(edge, kind, body, re) {
  // JSON.stringify leaves out fields that are undefined.
  said.push({ id: `${session}-shop-${++count}`, kind, edge, body, about: body.order, re });
}

function productsOf(catalogue) {
  return Object.fromEntries(catalogue.products.map((product) => [product.name, product]));
}

const shop = new CornerShop({ products: productsOf(deployed), capacity: 2, tell });

function deliver({ id, kind, body, priority }) {
  if (kind === "sales-order") shop.submit(body, priority);
  else if (kind === "order-query") tell("oms", "order-snapshot", shop.stateOf(body.order), id);
  else if (kind === "provisioning-update" && isComplete(body)) shop.provisioned(body.order, body.line);
  else if (kind === "billing-update" && isComplete(body)) shop.charged(body.order, body.line);
  else if (kind === "fault") shop.wentWrong(body);
  else console.error(`not taken: ${kind}`); // a milestone, a data update: the shop has no use for them
}

function isComplete({ sort, value }) {
  return sort === "status" && value === "COMPLETE";
}

function answer(request) {
  switch (request.op) {
    case "hello":
      session = request.session;
      return { protocol: PROTOCOL, name: "Corner Shop", version: "1.0" };
    case "begin":
      // What is sold has other names in each run ("renamed-catalogue"), so the catalogue comes along.
      shop.sell(productsOf(request.scenario.content ?? deployed));
      for (const account of request.scenario.accounts) shop.openAccount(account.id);
      return { ok: true };
    case "deliver":
      deliver(request.message);
      return { ok: true, ...heard() };
    case "receive":
      return { message: null, ...heard() };
    case "close":
      return { ok: true };
    default:
      return { error: `unknown operation '${request.op}'` };
  }
}

// The shop does all its work while it is spoken to, so nothing can come before it is spoken to again: it is idle.
function heard() {
  const messages = said;
  said = [];
  return { messages, idle: true };
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const { n, ...request } = JSON.parse(line);
  let reply;
  try {
    reply = answer(request);
  } catch (problem) {
    console.error(problem.stack);
    reply = { error: String(problem) };
  }
  process.stdout.write(JSON.stringify({ ...reply, n }) + "\n"); // the number of the request, so that no reply is misplaced
});
