// The Village Desk: a CRM for a small telecom company. It knows nothing of the kit, but that orders go by references
// that whoever enters them makes up.

import { Refused } from "./desk.mjs";

const ACTIONS = ["Add", "Move-Add", "Move-Delete", "Update", "Delete", "Suspend", "Resume"];
const UNCHANGED = "-";
const HEADER = ["account", "payer", "price_list", "priority", "site", "due_date"];
const COLUMNS = ["number", "product", "action", "price_list", "site", "service_point", "asset"];

export class VillageDesk {
  constructor(catalogue, queue) {
    this.sell(catalogue);
    this.queue = queue; // (order, priority): puts an order on the submission queue
    this.accounts = new Map();
    this.orders = new Map(); // by reference
    this.assets = new Map(); // by id
  }

  sell(catalogue) {
    this.products = Object.fromEntries(catalogue.products.map((product) => [product.name, product]));
    this.priorities = catalogue.priorities;
  }

  openAccount(account) {
    this.accounts.set(account.id, { ...account });
  }

  changeAccount(id, fields) {
    Object.assign(this.accounts.get(id) ?? refuse("there is no such account"), fields);
  }

  // Entering

  enterOrder(ref, fields) {
    const order = this.orders.get(ref) ?? { id: `V-${ref}`, revision: 1, status: "DRAFT", header: {}, lines: new Map() };
    if (order.status !== "DRAFT") refuse("an order that was submitted is not changed");
    this.orders.set(ref, order);
    for (const name of HEADER) if (name in fields) order.header[name] = fields[name] || undefined;
    const account = this.accounts.get(order.header.account);
    // The customer's own price list, unless somebody has chosen another, or cleared it.
    if (!("price_list" in order.header)) order.header.price_list = account?.price_list;
    if (!("payer" in order.header)) order.header.payer = account?.payer;
    return this.showOrder(ref);
  }

  enterLine(ref, fields) {
    const order = this.#draft(fields.order);
    const line = order.lines.get(ref) ?? { id: `V-${ref}`, attributes: {} };
    if (fields.price_list && this.#bundle(order, line)) refuse("a component goes with its bundle's price list");
    order.lines.set(ref, line);
    for (const [name, value] of Object.entries(fields)) {
      if (name === "parent") line.parent = order.lines.get(value)?.id ?? refuse("there is no such bundle");
      else if (COLUMNS.includes(name)) line[name] = value || undefined;
      else if (name !== "order") line.attributes[name] = value;
    }
    const asset = this.assets.get(line.asset);
    // A line about what the customer has is about that product; where nothing is to be done, it says so.
    if (asset) line.product ??= asset.product;
    if (asset) line.action ??= UNCHANGED;
    return this.#shownLine(line);
  }

  discardLine(ref, order) {
    this.#draft(order).lines.delete(ref);
  }

  revise(ref, as) {
    const order = this.#order(ref);
    if (as !== undefined || order.status !== "DRAFT") refuse("an order that was submitted is not revised here");
    const { revision, header, lines } = order;
    const copies = [...lines].map(([name, line]) => [name, { ...line, attributes: { ...line.attributes } }]);
    (order.earlier ??= []).push({ revision, header: { ...header }, lines: new Map(copies) });
    order.revision = order.latest = (order.latest ?? revision) + 1; // no number is given twice
    return this.showOrder(ref);
  }

  // The revision before counts again, header and lines.
  discard(ref) {
    const order = this.#draft(ref);
    if (!order.earlier?.length) refuse("there is no earlier revision");
    Object.assign(order, order.earlier.pop());
    return this.showOrder(ref);
  }

  // Submitting

  submit(ref, fields) {
    const order = this.#order(ref);
    if (order.status !== "DRAFT") refuse("the order is submitted already");
    if (fields.revision && fields.revision !== String(order.revision)) refuse("there is a newer revision");
    const priority = fields.priority || order.header.priority;
    if (priority && !(priority in this.priorities)) refuse(`there is no priority ${priority}`);
    order.header.priority = priority;
    this.#check(order);
    order.status = "OPEN";
    const lines = [...order.lines.values()].map((line) => this.#queued(order, line));
    const body = { order: order.id, id: `${order.id}/${order.revision}`, revision: order.revision, ...order.header, lines };
    this.queue(body, this.priorities[priority]);
    return this.showOrder(ref);
  }

  #check(order) {
    const lines = [...order.lines.values()];
    if (!this.accounts.has(order.header.account)) refuse("the order has no customer");
    if (!order.header.price_list) refuse("the order has no price list");
    if (!lines.length) refuse("nothing is ordered");
    for (const line of lines) this.#checkLine(order, line);
    if (lines.every((line) => line.action === UNCHANGED)) refuse("nothing is to be done");
    const halves = (action) => lines.filter((line) => line.action === action).map((line) => line.asset).sort();
    if (String(halves("Move-Add")) !== String(halves("Move-Delete"))) refuse("half of a transfer is missing");
  }

  #checkLine(order, line) {
    const asset = this.assets.get(line.asset);
    if (!line.product) refuse(`line ${line.number} is about no product`);
    if (line.action !== UNCHANGED && !ACTIONS.includes(line.action)) refuse(`line ${line.number} has no known action`);
    if (line.action === "Add") return;
    if (!asset || asset.status === "Inactive") refuse(`line ${line.number}: there is no such asset`);
    if (line.action === "Resume" && asset.status !== "Suspended") refuse(`line ${line.number}: it is not suspended`);
    const open = [...this.orders.values()].some(
      (other) =>
        other !== order && !["DRAFT", "COMPLETE", "REFUSED"].includes(other.status) &&
        [...other.lines.values()].some((l) => l.asset === line.asset),
    );
    if (open) refuse(`line ${line.number}: an open order is about that asset already`);
  }

  // The outermost bundle that a line is part of.
  #bundle(order, line) {
    let above = line;
    let bundle;
    while ((above = [...order.lines.values()].find((other) => other.id === above.parent))) {
      if (this.products[above.product]?.customizable) bundle = above;
    }
    return bundle;
  }

  // A component of a bundle goes with the bundle's price list.
  #queued(order, line) {
    const bundle = this.#bundle(order, line);
    const { id, number, product, action, parent, site, service_point, attributes } = line;
    const subject = this.products[product]?.subject;
    const price_list = (bundle ?? line).price_list;
    const asset = line.asset ?? assetOf(line);
    return { id, number, product, subject, action, parent, asset, price_list, site, service_point, attributes };
  }

  // Seeing

  showOrder(ref) {
    const { id, header, lines, status, revision } = this.#order(ref);
    const rows = [...lines.values()];
    const category = rows.some((line) => line.action && line.action !== "Add") ? "change order" : "new order";
    const fields = texts({ ...header, status, revision, category });
    return { id, fields, rows: rows.map((line) => this.#shownLine(line).fields) };
  }

  showRevisions(ref) {
    const { id, revision, earlier = [] } = this.#order(ref);
    return { id, rows: [...earlier.map((each) => each.revision), revision].map((number) => ({ revision: String(number) })) };
  }

  showAssets(account) {
    if (!this.accounts.has(account)) refuse("there is no such account");
    return { id: account, rows: [...this.assets.values()].filter((a) => a.account === account).map(shownAsset) };
  }

  showAsset(id) {
    return { id, fields: shownAsset(this.assets.get(id) ?? refuse("there is no such asset")) };
  }

  #shownLine({ id, number, product, action, price_list, asset, site, attributes }) {
    return { id, fields: texts({ ...attributes, id, number, product, action, price_list, asset, site }) };
  }

  // Hearing from the order system

  updated({ order: id, status, lines = [] }) {
    for (const order of this.#known(id)) {
      order.status = status;
      for (const told of lines) {
        const line = [...order.lines.values()].find((each) => each.id === told.line);
        if (line && !line.done) Object.assign(line.attributes, told.attributes); // what fulfilment has filled in
        if (line && told.status === "COMPLETE" && !line.done) this.#convert(order, line);
      }
    }
  }

  gotStuck(id, status) {
    for (const order of this.#known(id)) order.status = status;
  }

  #known(id) {
    return [...this.orders.values()].filter((order) => order.id === id && order.status !== "DRAFT");
  }

  // A line is complete: it becomes an asset of the customer's, or changes one.
  #convert(order, line) {
    line.done = true;
    const site = line.site ?? order.header.site ?? this.accounts.get(order.header.account).site;
    if (line.action === "Add") {
      if (!this.products[line.product]?.trackable) return;
      const { product, attributes } = line;
      const id = assetOf(line);
      this.assets.set(id, { id, account: order.header.account, product, site, status: "Active", attributes: { ...attributes } });
      return;
    }
    const asset = this.assets.get(line.asset);
    if (line.action === "Move-Add") asset.site = site;
    else if (line.action === "Update") Object.assign(asset.attributes, line.attributes);
    else if (line.action === "Suspend") asset.status = "Suspended";
    else if (line.action === "Resume") asset.status = "Active";
    else if (line.action === "Delete") asset.status = "Inactive";
  }

  #order(ref) {
    return this.orders.get(ref) ?? refuse("there is no such order");
  }

  #draft(ref) {
    const order = this.#order(ref);
    return order.status === "DRAFT" ? order : refuse("an order that was submitted is not changed");
  }
}

function assetOf(line) {
  return `${line.id}-ASSET`;
}

function shownAsset({ id, product, site, status, attributes }) {
  return texts({ ...attributes, id, product, site, status });
}

// What a screen shows is text; what is not there is not shown.
function texts(row) {
  const known = Object.entries(row).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}

function refuse(reason) {
  throw new Refused(reason);
}
