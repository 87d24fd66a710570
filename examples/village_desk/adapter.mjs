// The adapter: which of the desk's acts and views the Village Desk has, and which function of it answers each.

import { readFileSync } from "node:fs";
import { serve } from "./desk.mjs";
import { VillageDesk } from "./village_desk.mjs";

const catalogue = JSON.parse(readFileSync(new URL("catalogue.json", import.meta.url), "utf8"));

serve((send) => {
  const crm = new VillageDesk(catalogue, (order, priority) =>
    send("order-submission", order, { about: order.order, priority }),
  );
  return {
    name: "Village Desk",
    version: "1.0",
    catalogue: (catalogue) => crm.sell(catalogue),
    account: (account) => crm.openAccount(account),
    acts: {
      "enter order": (ref, fields) => crm.enterOrder(ref, fields),
      "enter line": (ref, fields) => crm.enterLine(ref, fields),
      "discard order": (ref) => crm.discard(ref),
      "discard line": (ref, fields) => crm.discardLine(ref, fields.order),
      "price order": (ref, fields) => crm.enterOrder(ref, fields),
      "price line": (ref, fields) => crm.enterLine(ref, fields),
      "enter account": (ref, fields) => crm.changeAccount(ref, fields),
      "revise order": (ref, fields) => crm.revise(ref, fields.as),
      "submit order": (ref, fields) => crm.submit(ref, fields),
    },
    views: {
      order: (ref) => crm.showOrder(ref),
      revisions: (ref) => crm.showRevisions(ref),
      assets: (account) => crm.showAssets(account),
      profile: (account) => crm.showAssets(account),
      asset: (id) => crm.showAsset(id),
    },
    heard: {
      "order-update": ({ body }) => crm.updated(body),
      refusal: ({ body }) => crm.gotStuck(body.order, "REFUSED"),
      fallout: ({ body }) => crm.gotStuck(body.order, body.state === "resolved" ? "IN PROGRESS" : "FAILED"),
    },
  };
});
