// The Corner Shop over REST, in the shop's own words: customers, orders with positions, jobs for technicians, charges
// for the accountant, troubles. It knows nothing of the kit that examines it.
//
//   node server.mjs [port]      loopback only; port 0 takes a free one; the address is printed

import { createServer } from "node:http";
import { CornerShop } from "../corner_shop.mjs";

const LONGEST = 1024 * 1024;
// What the shop's people call a state, an action, a piece of work and an effect on the bill.
const STATES = {
  OPEN: "accepted", "IN PROGRESS": "in work", PROVISIONED: "installed", COMPLETE: "done", FAILED: "stuck",
};
const WISHES = {
  get: "Add", change: "Update", "give up": "Delete", rest: "Suspend", wake: "Resume",
  "move here": "Move-Add", "move away": "Move-Delete", keep: "-",
};
const WORK = { add: "install", change: "adjust", remove: "dismantle", suspend: "switch off", resume: "switch on" };
const MONEY = { start: "begin", change: "alter", stop: "end", suspend: "pause", resume: "go on" };

const numbers = new Map(); // reference -> the shop's own number
const history = new Map(); // number -> [{ entry, state, positions }]
const lists = { jobs: [], charges: [], troubles: [] };
const rejected = new Map(); // reference -> { problem, position }
let lastNumber = 4700;

const shop = new CornerShop({ products: {}, capacity: 2, tell });

function tell(to, what, content) {
  const number = numbers.get(content.order);
  if (what === "refusal") rejected.set(content.order, { problem: content.reason, position: content.line });
  else if (what === "order-update") {
    const entries = history.get(number);
    entries.push({ entry: entries.length + 1, ...stateOf(content) });
  } else if (what === "provisioning-order") list("jobs", number, jobOf(content));
  else if (what === "billing-order") list("charges", number, chargeOf(content));
  else if (what === "fallout") {
    list("troubles", number, { incident: content.incident, reason: content.reason, position: content.line });
  }
}

function list(name, order, item) {
  lists[name].push({ number: lists[name].length + 1, order, ...item });
}

function stateOf({ status, lines }) {
  return { state: STATES[status], positions: lines.map(({ line, status }) => ({ position: line, state: STATES[status] })) };
}

function jobOf({ account, target, requested_delivery, priority, lines }) {
  return {
    customer: account, team: target, wanted: requested_delivery, urgency: priority,
    steps: lines.map(({ line, product, effect, asset, parent, site, service_point, attributes }) => ({
      position: line, article: product, todo: WORK[effect], thing: asset, within: parent, address: site,
      socket: service_point, details: attributes,
    })),
  };
}

function chargeOf({ account, requested_delivery, lines }) {
  return {
    customer: account, from: requested_delivery,
    items: lines.map(({ line, product, effect, asset, price_list, override }) => ({
      position: line, article: product, money: MONEY[effect], thing: asset, tariff: price_list, special: override,
    })),
  };
}

function ordered(sent) {
  return {
    order: sent.reference, revision: sent.version, account: sent.customer, price_list: sent.tariff,
    priority: sent.urgency, requested_delivery: sent.wanted, site: sent.address,
    lines: (sent.positions ?? []).map((each) => ({
      id: each.position, product: each.article, action: WISHES[each.wish] ?? each.wish, asset: each.thing,
      parent: each.within, site: each.address, service_point: each.socket, price_list: each.tariff,
      override: each.special, base_line: each.follows, attributes: each.details,
    })),
  };
}

function takeOrder(sent) {
  const known = numbers.get(sent.reference);
  const number = known ?? ++lastNumber;
  if (known === undefined) {
    numbers.set(sent.reference, number);
    history.set(number, []);
  }
  rejected.delete(sent.reference);
  shop.submit(ordered(sent), sent.rank);
  const problem = rejected.get(sent.reference);
  return problem ? [422, problem] : [201, { number }];
}

const referenceOf = (number) => [...numbers].find(([, own]) => own === Number(number))?.[0];

function orderOf(number) {
  const reference = referenceOf(number);
  const state = reference && shop.stateOf(reference);
  return state && state.status !== "UNKNOWN" ? [200, { number: Number(number), reference, ...stateOf(state) }] : [404];
}

const ROUTES = [
  ["PUT", /^\/articles$/, (body) => (shop.sell(Object.fromEntries(body.map((each) => [each.name, each]))), [204])],
  ["POST", /^\/customers$/, (body) => (shop.openAccount(body.customer), [201])],
  ["POST", /^\/orders$/, (body) => takeOrder(body)],
  ["GET", /^\/orders\/(\d+)$/, (_, number) => orderOf(number)],
  ["GET", /^\/orders\/(\d+)\/history$/, (_, number) => (history.has(Number(number)) ? [200, history.get(Number(number))] : [404])],
  ["POST", /^\/orders\/(\d+)\/positions\/([^/]+)\/installed$/, (_, n, line) => (shop.provisioned(referenceOf(n), line), [204])],
  ["POST", /^\/orders\/(\d+)\/positions\/([^/]+)\/charged$/, (_, n, line) => (shop.charged(referenceOf(n), line), [204])],
  ["POST", /^\/orders\/(\d+)\/trouble$/, (body, n) => (shop.wentWrong({ order: referenceOf(n), line: body.position, ...body }), [204])],
  ["GET", /^\/(jobs|charges|troubles)$/, (_, name, query) => [200, lists[name].filter((each) => each.number > Number(query.get("after") ?? 0))]],
];

async function textOf(request) {
  let text = "";
  for await (const part of request.setEncoding("utf8")) {
    text += part;
    if (text.length > LONGEST) throw new RangeError("that is more than the shop reads");
  }
  return text;
}

async function answer(request) {
  const url = new URL(request.url, "http://shop");
  const text = await textOf(request);
  for (const [method, path, act] of ROUTES) {
    const found = request.method === method && path.exec(url.pathname);
    if (found) return act(text ? JSON.parse(text) : {}, ...found.slice(1).map(decodeURIComponent), url.searchParams);
  }
  return [404];
}

const server = createServer(async (request, response) => {
  let status, body;
  try {
    [status, body] = await answer(request);
  } catch (problem) {
    console.error(problem.stack);
    [status, body] = [500, { problem: String(problem) }];
  }
  response.writeHead(status, { "content-type": "application/json" }).end(body === undefined ? "" : JSON.stringify(body));
});

server.listen(Number(process.argv[2] ?? 0), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
process.on("SIGTERM", () => server.close(() => process.exit(0)).closeAllConnections());
