// The desk over JSON Lines: two tables of functions answer for a CRM's users, all else is refused in one place.
// It knows nothing of any one CRM. Copy it for yours; a Python adapter has the same in ordertck.harness.adapters.desk.

import { createInterface } from "node:readline";

const PROTOCOL = 1;
const EDGES = { "order-submission": "submission", "desk-shown": "desk" }; // whatever else leaves a CRM goes to a back office

// The CRM does not let its users do this, or has nothing to show; the message is the reason.
export class Refused extends Error {}

// Answer the kit until it closes the desk.
//
// acts: "verb object" -> (ref, fields) => shown    views: object -> ref => shown
// heard: kind -> message => void                    account: (account) => void, puts an account on file
// catalogue: (catalogue) => void, sells from another catalogue; for claims that name "renamed-catalogue"
// shown is { id, fields, rows, warning }, each of which may be left out.
// make is called with send(kind, body, { about, re, priority }) and returns these, with name and version.
export function serve(make) {
  let session = "";
  let count = 0;
  let sent = []; // what left the CRM and the kit has not been given yet

  function send(kind, body, { about = "", re, priority } = {}) {
    // JSON.stringify leaves out fields that are undefined.
    sent.push({ id: `${session}-crm-${++count}`, kind, edge: EDGES[kind] ?? "backoffice", body, about, re, priority });
  }

  const crm = make(send);

  function shown(body) {
    if (body.verb === undefined) {
      const view = crm.views[body.object];
      if (!view) throw new Refused(`here is nothing of the kind '${body.object}' to see`);
      return view(body.ref);
    }
    const act = crm.acts[`${body.verb} ${body.object}`];
    if (!act) throw new Refused(`here nobody can ${body.verb} an object of the kind '${body.object}'`);
    return act(body.ref, body.fields ?? {});
  }

  function answer({ id, body, about }) {
    const said = { object: body.object, ref: body.ref };
    try {
      Object.assign(said, shown(body));
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      said.refused = problem.message;
    }
    send("desk-shown", said, { about, re: id });
  }

  function deliver(message) {
    if (message.kind === "desk-do" || message.kind === "desk-see") answer(message);
    else crm.heard[message.kind]?.(message);
  }

  function reply(request) {
    switch (request.op) {
      case "hello":
        session = request.session;
        return { protocol: PROTOCOL, name: crm.name, version: crm.version };
      case "begin":
        if (request.scenario.content) crm.catalogue?.(request.scenario.content);
        request.scenario.accounts.forEach(crm.account);
        return { ok: true };
      case "deliver":
        deliver(request.message);
        return { ok: true, ...left() };
      case "receive":
        return { message: null, ...left() };
      case "close":
        return { ok: true };
      default:
        return { error: `unknown operation '${request.op}'` };
    }
  }

  // All work is done while somebody asks, so nothing can come before somebody asks again: the desk is idle.
  function left() {
    const messages = sent;
    sent = [];
    return { messages, idle: true };
  }

  createInterface({ input: process.stdin }).on("line", (line) => {
    const request = JSON.parse(line);
    let said;
    try {
      said = reply(request);
    } catch (problem) {
      console.error(problem.stack);
      said = { error: String(problem) };
    }
    process.stdout.write(JSON.stringify({ ...said, n: request.n }) + "\n");
  });
}
