// The Corner Shop: a small order management system. It knows nothing of the kit that examines it.
//
// It says what it wants by calling tell(to, what, content): to billing, to provisioning, to the CRM.
// Two things are left out on purpose, so that there are failed verdicts to look at: README.md names them.

const ACTIONS = new Set(["Add", "Move-Add", "Move-Delete", "Delete", "Update", "Suspend", "Resume"]);
const BILLING = { Add: "start", Update: "change", Delete: "stop", Suspend: "suspend", Resume: "resume" };
const PROVISIONING = {
  Add: "add", "Move-Add": "add", "Move-Delete": "remove",
  Update: "change", Delete: "remove", Suspend: "suspend", Resume: "resume",
};
const UNCHANGED = "-";
const DEFAULT_PRIORITY = 5;

/** A reason to send an order back; `line` is the id of the line that is wrong. */
class Refused extends Error {
  constructor(reason, line) {
    super(reason);
    this.line = line;
  }
}

export class CornerShop {
  /**
   * @param products  name -> { provisioned_by, billed }, the product catalogue
   * @param capacity  how many orders are worked on at once
   * @param tell      called with (to, what, content) for everything that the shop says
   */
  constructor({ products, capacity, tell }) {
    Object.assign(this, { products, capacity, tell });
    this.accounts = new Set();
    this.orders = new Map(); // number -> order: { number, account, ..., status, lines: Map(id -> line) }
    this.lines = new Map(); // id -> line, of every order
    this.assets = new Map(); // id -> { product, status }
    this.waiting = []; // orders that have no place yet, the next one first
    this.working = 0;
  }

  sell(products) {
    this.products = products;
  }

  openAccount(id) {
    this.accounts.add(id);
  }

  // Taking orders

  submit(sent, priority = DEFAULT_PRIORITY) {
    if (this.orders.get(sent.order)?.revision === (sent.revision ?? 1)) return; // the same once more
    try {
      this.check(sent);
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.tell("crm", "refusal", { order: sent.order, reason: problem.message, line: problem.line });
      return;
    }
    const order = {
      number: sent.order,
      revision: sent.revision ?? 1,
      account: sent.account,
      delivery: sent.requested_delivery,
      priorityName: sent.priority,
      priority,
      status: "OPEN",
      billed: false,
      lines: new Map(sent.lines.map((line) => [line.id, this.planned(line, sent)])),
    };
    this.orders.set(order.number, order);
    for (const [id, line] of order.lines) this.lines.set(id, line);
    this.report(order, [...order.lines.values()]);
    // Behind everything that is as urgent or more so.
    const place = this.waiting.findIndex((other) => other.priority < priority);
    this.waiting.splice(place < 0 ? this.waiting.length : place, 0, order);
    this.startNext();
  }

  check(sent) {
    if (this.orders.has(sent.order)) throw new Refused("the shop takes no revisions");
    if (!this.accounts.has(sent.account)) throw new Refused("the order names no customer of ours");
    if (!sent.lines?.length) throw new Refused("the order has no line");
    if (!sent.price_list) throw new Refused("the order has no price list");
    const changes = sent.lines.some((line) => line.action !== "Add" && line.action !== UNCHANGED);
    for (const line of sent.lines) this.checkLine(line, changes);
    this.checkMoves(sent.lines);
  }

  checkLine(line, changes) {
    if (!line.product) throw new Refused("the line has no product", line.id);
    if (line.action === UNCHANGED && changes) return;
    if (!ACTIONS.has(line.action)) throw new Refused(`'${line.action ?? ""}' is no action`, line.id);
    if (line.action !== "Add" && !this.assets.has(line.asset) && !this.lines.has(line.base_line)) {
      throw new Refused(`asset ${line.asset ?? "(none)"} is not installed`, line.id);
    }
    // Left out: a Resume is taken for an asset that is not suspended (AC-08).
    // Left out: the priority is not looked at, so -1 and 10 are taken like any other (PR-11).
  }

  checkMoves(lines) {
    const moved = (action) => lines.filter((line) => line.action === action).map((line) => line.asset);
    const [there, here] = [moved("Move-Add"), moved("Move-Delete")];
    const half = [...there.filter((a) => !here.includes(a)), ...here.filter((a) => !there.includes(a))];
    if (half.length) throw new Refused(`only half of the move of asset ${half[0]} is on the order`);
  }

  planned(line, sent) {
    const product = this.products[line.product] ?? { billed: true };
    const works = line.action !== UNCHANGED;
    return {
      ...line,
      asset: line.asset ?? line.id,
      site: line.site ?? sent.site,
      // A new line without a price list of its own is charged on the order's.
      price_list: line.action === "Add" ? line.price_list || sent.price_list : line.price_list || undefined,
      target: works ? product.provisioned_by : undefined,
      charge: product.billed ? BILLING[line.action] : undefined,
      status: works ? "OPEN" : "COMPLETE",
    };
  }

  // Working on them

  startNext() {
    while (this.working < this.capacity) {
      const place = this.waiting.findIndex((order) => !this.buildsOnOpenWork(order));
      if (place < 0) return;
      this.start(this.waiting.splice(place, 1)[0]);
    }
  }

  /** Whether an order changes what another order has yet to bring. */
  buildsOnOpenWork(order) {
    const bases = [...order.lines.values()].map((line) => this.lines.get(line.base_line));
    return bases.some((base) => base && base.status !== "COMPLETE");
  }

  start(order) {
    this.working += 1;
    order.status = "IN PROGRESS";
    this.report(order, []);
    const open = this.linesOf(order, "OPEN");
    for (const target of new Set(open.map((line) => line.target).filter(Boolean))) {
      this.tell("provisioning", "provisioning-order", {
        order: order.number,
        account: order.account,
        target,
        requested_delivery: order.delivery,
        priority: order.priorityName,
        lines: open.filter((line) => line.target === target).map((line) => ({
          line: line.id,
          product: line.product,
          effect: PROVISIONING[line.action],
          asset: line.asset,
          parent: line.parent,
          site: line.site,
          service_point: line.service_point,
          attributes: line.attributes,
        })),
      });
    }
    this.move(order, open.filter((line) => !line.target), "PROVISIONED");
  }

  /** Lines reached a status: tell the CRM, and do what is due now. */
  move(order, lines, status) {
    for (const line of lines) {
      line.status = status;
      if (status === "COMPLETE") this.installed(line);
    }
    const over = [...order.lines.values()].every((line) => ["COMPLETE", "FAILED"].includes(line.status));
    if (over) order.status = this.linesOf(order, "FAILED").length ? "FAILED" : "COMPLETE";
    if (lines.length || over) this.report(order, lines);
    if (over) this.working -= 1;
    if (status === "COMPLETE" || over) this.startNext();
    if (!over && !order.billed && !this.linesOf(order, "OPEN").length) {
      this.bill(order);
    }
  }

  /** One call for the whole order, once everything is provisioned. */
  bill(order) {
    order.billed = true;
    const provisioned = this.linesOf(order, "PROVISIONED");
    const charged = provisioned.filter((line) => line.charge);
    if (charged.length) {
      this.tell("billing", "billing-order", {
        order: order.number,
        account: order.account,
        phase: "all",
        requested_delivery: order.delivery,
        lines: charged.map((line) => ({
          line: line.id,
          product: line.product,
          effect: line.charge,
          asset: line.asset,
          price_list: line.price_list,
          override: line.override,
        })),
      });
    }
    const free = provisioned.filter((line) => !line.charge);
    if (free.length) this.move(order, free, "COMPLETE");
  }

  installed(line) {
    if (line.action === "Add") this.assets.set(line.asset, { product: line.product, status: "Active" });
    else if (line.action === "Delete") this.assets.delete(line.asset);
    else if (line.action === "Suspend") this.assets.get(line.asset).status = "Suspended";
    else if (line.action === "Resume") this.assets.get(line.asset).status = "Active";
  }

  // Hearing from billing and provisioning

  provisioned(number, lineId) {
    this.goOn(number, lineId, "OPEN", "PROVISIONED");
  }

  charged(number, lineId) {
    this.goOn(number, lineId, "PROVISIONED", "COMPLETE");
  }

  goOn(number, lineId, from, to) {
    const order = this.orders.get(number);
    const line = order?.lines.get(lineId);
    if (line?.status === from) this.move(order, [line], to);
  }

  wentWrong({ order: number, line: lineId, incident, reason }) {
    const order = this.orders.get(number);
    if (!order) return;
    this.tell("crm", "fallout", { order: number, line: lineId, incident, reason, state: "raised" });
    const open = [...this.linesOf(order, "OPEN"), ...this.linesOf(order, "PROVISIONED")];
    const hit = lineId ? open.filter((line) => line.id === lineId) : open;
    if (hit.length) this.move(order, hit, "FAILED");
  }

  // Saying how an order stands

  stateOf(number) {
    const order = this.orders.get(number);
    if (!order) return { order: number, status: "UNKNOWN", lines: [] };
    return { order: number, status: order.status, lines: [...order.lines.values()].map(statusOf) };
  }

  report(order, lines) {
    this.tell("crm", "order-update", { order: order.number, status: order.status, lines: lines.map(statusOf) });
  }

  linesOf(order, status) {
    return [...order.lines.values()].filter((line) => line.status === status);
  }
}

function statusOf(line) {
  return { line: line.id, status: line.status };
}
